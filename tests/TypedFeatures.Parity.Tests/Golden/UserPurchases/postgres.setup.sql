CREATE INDEX IF NOT EXISTS purchases_by_user_id ON purchases (user_id, occurred_at)
