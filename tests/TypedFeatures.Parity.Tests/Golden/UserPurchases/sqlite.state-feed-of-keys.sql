WITH history AS MATERIALIZED (
  -- the rows the view is about, each with its dimensions as they stood when it happened
  SELECT
    p.user_id,
    p.occurred_at AS event_time,
    p.ingested_at AS ingest_time,
    p.amount,
    p.amount * m.fx_rate AS spend30d_gbp_value,
    p.category,
    p.occurred_at
  FROM purchases AS p
  JOIN merchants AS m
    ON m.rowid = (
      SELECT
        m_then.rowid
      FROM merchants AS m_then
      WHERE m_then.merchant_id = p.merchant_id
        AND m_then.updated_at <= min(p.occurred_at, p.ingested_at)
      ORDER BY m_then.updated_at DESC, m_then.country DESC, m_then.fx_rate DESC
      LIMIT 1
    )
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
WHERE h.ingest_time <= $as_of
  AND h.event_time > $as_of - 31536000000000
ORDER BY h.user_id, h.event_time
