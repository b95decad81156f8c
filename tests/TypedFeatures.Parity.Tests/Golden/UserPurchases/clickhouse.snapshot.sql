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
  WHERE p.status = 'Completed'
    AND p.amount > 0e0
),
features AS (
  -- what each entity shows, window by window
  SELECT
    h.user_id,
    toInt64(count() FILTER (WHERE h.event_time > {as_of:Int64} - 604800000000)) AS purchases7d,
    avgOrNull(h.amount) FILTER (WHERE h.event_time > {as_of:Int64} - 2592000000000) AS average_order_value30d,
    sum(h.spend30d_gbp_value) FILTER (WHERE h.event_time > {as_of:Int64} - 2592000000000 AND isFinite(h.spend30d_gbp_value)) AS spend30d_gbp,
    sumMap(array(assumeNotNull(h.category)), array(toUInt64(1))) FILTER (WHERE h.event_time > {as_of:Int64} - 7776000000000 AND h.category IS NOT NULL) AS favourite_category90d,
    maxOrNull(h.occurred_at) AS days_since_last_purchase_max
  FROM history AS h
  WHERE h.event_time <= {as_of:Int64}
    AND h.event_time > {as_of:Int64} - 31536000000000
    AND h.ingest_time <= {as_of:Int64}
  GROUP BY h.user_id
)
SELECT
  f.user_id,
  coalesce(f.purchases7d, 0) AS purchases7d,
  f.average_order_value30d,
  coalesce(f.spend30d_gbp, 0e0) AS spend30d_gbp,
  arrayElementOrNull(tupleElement(f.favourite_category90d, 1), indexOf(tupleElement(f.favourite_category90d, 2), arrayMax(tupleElement(f.favourite_category90d, 2)))) AS favourite_category90d,
  CAST((materialize({as_of:Int64}) - f.days_since_last_purchase_max) * 10 AS Float64) / 864000000000e0 AS days_since_last_purchase
FROM features AS f
ORDER BY f.user_id
