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
    p.user_id,
    p.occurred_at AS event_time,
    p.ingested_at AS ingest_time,
    p.amount,
    p.amount * m.fx_rate AS spend30d_gbp_value,
    p.category,
    p.occurred_at
  FROM purchases AS p
  ASOF JOIN merchants_history AS m
    ON m.merchant_id = p.merchant_id
      AND least(p.occurred_at, p.ingested_at) >= m.updated_at
  WHERE p.status = 'Completed'
    AND p.amount > 0e0
),
features AS (
  -- what each entity shows, window by window
  SELECT
    h.user_id,
    count(*) FILTER (WHERE h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 7 DAY) AS purchases7d,
    avg(h.amount) FILTER (WHERE h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 30 DAY) AS average_order_value30d,
    sum(h.spend30d_gbp_value) FILTER (WHERE h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 30 DAY AND isfinite(h.spend30d_gbp_value)) AS spend30d_gbp,
    histogram(h.category) FILTER (WHERE h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 90 DAY) AS favourite_category90d,
    max(h.occurred_at) AS days_since_last_purchase_max
  FROM history AS h
  WHERE h.event_time <= CAST($as_of AS TIMESTAMP)
    AND h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 365 DAY
    AND h.ingest_time <= CAST($as_of AS TIMESTAMP)
  GROUP BY h.user_id
)
SELECT
  f.user_id,
  coalesce(f.purchases7d, 0) AS purchases7d,
  f.average_order_value30d,
  coalesce(f.spend30d_gbp, 0e0) AS spend30d_gbp,
  map_keys(f.favourite_category90d)[list_position(map_values(f.favourite_category90d), list_max(map_values(f.favourite_category90d)))] AS favourite_category90d,
  CAST((epoch_us(CAST($as_of AS TIMESTAMP)) - epoch_us(f.days_since_last_purchase_max)) * 10 AS DOUBLE) / 864000000000e0 AS days_since_last_purchase
FROM features AS f
ORDER BY f.user_id
