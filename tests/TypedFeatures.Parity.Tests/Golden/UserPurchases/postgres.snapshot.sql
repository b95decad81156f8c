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
  WHERE p.status = 'Completed'
    AND p.amount > 0e0::double precision
),
features AS (
  -- what each entity shows, window by window
  SELECT
    h.user_id,
    count(*) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '7 days') AS purchases7d,
    ieee_divide(ieee_total(sum(h.amount) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '30 days' AND abs(h.amount) < 1e290), huge_sum(h.amount) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '30 days' AND abs(h.amount) >= 1e290)), count(h.amount) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '30 days')) AS average_order_value30d,
    ieee_total(sum(h.spend30d_gbp_value) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '30 days' AND abs(h.spend30d_gbp_value) <= 1.7976931348623157e308 AND abs(h.spend30d_gbp_value) < 1e290), huge_sum(h.spend30d_gbp_value) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '30 days' AND abs(h.spend30d_gbp_value) <= 1.7976931348623157e308 AND abs(h.spend30d_gbp_value) >= 1e290)) AS spend30d_gbp,
    mode() WITHIN GROUP (ORDER BY h.category) FILTER (WHERE h.event_time > CAST($1 AS timestamp) - INTERVAL '90 days') AS favourite_category90d,
    max(h.occurred_at) AS days_since_last_purchase_max
  FROM history AS h
  WHERE h.event_time <= CAST($1 AS timestamp)
    AND h.event_time > CAST($1 AS timestamp) - INTERVAL '365 days'
    AND h.ingest_time <= CAST($1 AS timestamp)
  GROUP BY h.user_id
)
SELECT
  f.user_id,
  coalesce(f.purchases7d, 0) AS purchases7d,
  f.average_order_value30d,
  coalesce(f.spend30d_gbp, 0e0) AS spend30d_gbp,
  f.favourite_category90d,
  CAST(microseconds_between(f.days_since_last_purchase_max, (SELECT CAST($1 AS timestamp))) * 10 AS double precision) / 864000000000e0 AS days_since_last_purchase
FROM features AS f
ORDER BY f.user_id
