WITH history AS MATERIALIZED (
  -- the rows the view is about, each with its dimensions as they stood when it happened
  SELECT
    p.user_id,
    p.occurred_at AS event_time,
    p.ingested_at AS ingest_time,
    p.amount,
    ieee_multiply(p.amount, m.fx_rate) AS spend30d_gbp_value,
    p.category,
    p.occurred_at
  FROM purchases AS p
  JOIN LATERAL (
    SELECT
      m_then.fx_rate
    FROM merchants AS m_then
    WHERE m_then.merchant_id = p.merchant_id
      AND m_then.updated_at <= least(p.occurred_at, p.ingested_at)
    ORDER BY m_then.updated_at DESC, m_then.country DESC, m_then.fx_rate DESC
    LIMIT 1
  ) AS m
    ON TRUE
  WHERE p.user_id IN (
    SELECT
      user_id
    FROM spine
  )
    AND p.status = 'Completed'
    AND p.amount > 0e0::double precision
)
SELECT
  h.user_id,
  h.event_time,
  h.amount,
  h.spend30d_gbp_value,
  h.category,
  h.occurred_at
FROM history AS h
WHERE h.ingest_time <= CAST($1 AS timestamp)
  AND h.event_time > CAST($1 AS timestamp) - INTERVAL '365 days'
ORDER BY h.user_id, h.event_time
