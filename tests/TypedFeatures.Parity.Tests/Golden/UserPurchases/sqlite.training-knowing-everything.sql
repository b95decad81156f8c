WITH history AS MATERIALIZED (
  -- the rows the view is about, each with its dimensions as they stood when it happened
  SELECT
    p.user_id,
    p.occurred_at AS event_time,
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
        AND m_then.updated_at <= p.occurred_at
      ORDER BY m_then.updated_at DESC, m_then.country DESC, m_then.fx_rate DESC
      LIMIT 1
    )
  WHERE p.status = 'Completed'
    AND p.amount > 0e0
),
features AS (
  -- what each spine row could see, window by window
  SELECT
    s.ordinal,
    count(*) FILTER (WHERE h.event_time > s.as_of - 604800000000) AS purchases7d,
    avg(h.amount) FILTER (WHERE h.event_time > s.as_of - 2592000000000) AS average_order_value30d,
    sum(h.spend30d_gbp_value) FILTER (WHERE h.event_time > s.as_of - 2592000000000 AND abs(h.spend30d_gbp_value) <= 1.7976931348623157e308) AS spend30d_gbp,
    mode(h.category) FILTER (WHERE h.event_time > s.as_of - 7776000000000) AS favourite_category90d,
    max(h.occurred_at) AS days_since_last_purchase_max
  FROM spine AS s
  JOIN history AS h
    ON h.user_id = s.user_id
      AND h.event_time <= s.as_of
      AND h.event_time > s.as_of - 31536000000000
  GROUP BY s.ordinal
)
SELECT
  s.ordinal,
  s.user_id,
  s.as_of,
  coalesce(f.purchases7d, 0) AS purchases7d,
  f.average_order_value30d,
  coalesce(f.spend30d_gbp, 0e0) AS spend30d_gbp,
  f.favourite_category90d,
  CAST((s.as_of - f.days_since_last_purchase_max) * 10 AS REAL) / 864000000000e0 AS days_since_last_purchase,
  f.ordinal IS NOT NULL AS found
FROM spine AS s
LEFT JOIN features AS f
  ON f.ordinal = s.ordinal
ORDER BY s.ordinal
