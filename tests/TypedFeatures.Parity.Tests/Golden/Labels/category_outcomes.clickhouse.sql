WITH history__versions AS (
  -- later versions of events, the newest known of each event in the first place
  SELECT
    n.event_id,
    n.ingested_at,
    n.charged_back,
    row_number() OVER (PARTITION BY n.event_id ORDER BY n.ingested_at DESC, n.charged_back DESC) AS place
  FROM purchases__versions AS n
),
merchants_history AS (
  -- one row per key and instant: of changes at the same instant the greatest counts
  SELECT
    m.merchant_id,
    m.updated_at,
    m.country,
    m.fx_rate
  FROM merchants AS m
  QUALIFY row_number() OVER (PARTITION BY m.merchant_id, m.updated_at ORDER BY m.country DESC, m.fx_rate DESC) = 1
),
history AS (
  -- the rows the label is about, in their newest version, each with its dimensions as they stood when it happened
  SELECT
    p.user_id AS user_id,
    p.category AS category,
    p.occurred_at AS event_time,
    CASE WHEN n.place IS NULL THEN p.ingested_at ELSE n.ingested_at END AS ingest_time,
    p.event_id AS event_id,
    CASE WHEN n.place IS NULL THEN p.charged_back ELSE n.charged_back END AS charged_back,
    p.amount * m.fx_rate AS spend_gbp30d_value,
    m.country AS country,
    p.occurred_at AS occurred_at
  FROM purchases AS p
  LEFT JOIN history__versions AS n
    ON n.event_id = p.event_id
      AND n.place = 1
  ASOF JOIN merchants_history AS m
    ON m.merchant_id = p.merchant_id
      AND p.occurred_at >= m.updated_at
  WHERE p.status = 'Completed'
),
features AS (
  -- what came after each spine row, window by window
  SELECT
    s.ordinal AS ordinal,
    toInt64(count() FILTER (WHERE h.event_time <= s.as_of + 604800000000)) AS purchases7d,
    toInt64(count() FILTER (WHERE h.charged_back)) AS charged_back30d,
    sum(h.spend_gbp30d_value) FILTER (WHERE isFinite(h.spend_gbp30d_value)) AS spend_gbp30d,
    argMaxOrNull(h.country, (h.event_time, h.ingest_time, h.event_id)) AS latest_country,
    minOrNull(h.occurred_at) AS hours_until_first_min
  FROM spine AS s
  JOIN history AS h
    ON h.user_id = s.user_id
      AND h.category = s.category
      AND h.event_time > s.as_of
      AND h.event_time <= s.as_of + 2592000000000
  GROUP BY s.ordinal
)
SELECT
  s.ordinal AS ordinal,
  s.user_id AS user_id,
  s.category AS category,
  s.as_of AS as_of,
  coalesce(f.purchases7d, 0) AS purchases7d,
  coalesce(f.charged_back30d, 0) AS charged_back30d,
  coalesce(f.spend_gbp30d, 0e0) AS spend_gbp30d,
  f.latest_country AS latest_country,
  CAST((f.hours_until_first_min - s.as_of) * 10 AS Float64) / 36000000000e0 AS hours_until_first,
  f.ordinal IS NOT NULL AS found
FROM spine AS s
LEFT JOIN features AS f
  ON f.ordinal = s.ordinal
ORDER BY s.ordinal
