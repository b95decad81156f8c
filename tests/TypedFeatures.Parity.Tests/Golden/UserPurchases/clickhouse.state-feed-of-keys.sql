WITH merchants_history AS (
  -- one row per key and instant: of changes at the same instant the greatest counts
  SELECT
    m.merchant_id,
    m.updated_at,
    m.fx_rate
  FROM merchants AS m
  QUALIFY row_number() OVER (PARTITION BY m.merchant_id, m.updated_at ORDER BY m.country DESC, m.fx_rate DESC) = 1
),
history AS (
  -- the rows the view is about, each with its dimensions as they stood when it happened
  SELECT
    p.user_id AS user_id,
    p.occurred_at AS event_time,
    p.ingested_at AS ingest_time,
    p.amount AS amount,
    p.amount * m.fx_rate AS spend30d_gbp_value,
    p.category AS category,
    p.occurred_at AS occurred_at
  FROM purchases AS p
  ASOF JOIN merchants_history AS m
    ON m.merchant_id = p.merchant_id
      AND least(p.occurred_at, p.ingested_at) >= m.updated_at
  WHERE p.user_id IN (
    SELECT
      user_id
    FROM spine
  )
    AND p.status = 'Completed'
    AND p.amount > 0e0
)
SELECT
  h.user_id,
  h.event_time,
  h.amount,
  h.spend30d_gbp_value,
  h.category,
  h.occurred_at
FROM history AS h
WHERE h.ingest_time <= {as_of:Int64}
  AND h.event_time > {as_of:Int64} - 31536000000000
ORDER BY h.user_id, h.event_time
