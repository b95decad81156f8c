WITH history__versions AS (
  -- later versions of events, the newest known of each event in the first place
  SELECT
    n.event_id,
    n.ingested_at,
    n.charged_back,
    row_number() OVER (PARTITION BY n.event_id ORDER BY n.ingested_at DESC, n.charged_back DESC) AS place
  FROM purchases__versions AS n
),
history AS MATERIALIZED (
  -- the rows the label is about, in their newest version, each with its dimensions as they stood when it happened
  SELECT
    p.user_id,
    p.category,
    p.occurred_at AS event_time,
    CASE WHEN n.place IS NULL THEN p.ingested_at ELSE n.ingested_at END AS ingest_time,
    p.event_id,
    CASE WHEN n.place IS NULL THEN p.charged_back ELSE n.charged_back END AS charged_back,
    ieee_multiply(p.amount, m.fx_rate) AS spend_gbp30d_value,
    m.country,
    p.occurred_at
  FROM purchases AS p
  LEFT JOIN history__versions AS n
    ON n.event_id = p.event_id
      AND n.place = 1
  JOIN LATERAL (
    SELECT
      m_then.country,
      m_then.fx_rate
    FROM merchants AS m_then
    WHERE m_then.merchant_id = p.merchant_id
      AND m_then.updated_at <= p.occurred_at
    ORDER BY m_then.updated_at DESC, m_then.country DESC, m_then.fx_rate DESC
    LIMIT 1
  ) AS m
    ON TRUE
  WHERE p.status = 'Completed'
),
features AS (
  -- what came after each spine row, window by window
  SELECT
    s.ordinal,
    count(*) FILTER (WHERE h.event_time <= s.as_of + INTERVAL '7 days') AS purchases7d,
    count(*) FILTER (WHERE h.charged_back) AS charged_back30d,
    ieee_total(sum(h.spend_gbp30d_value) FILTER (WHERE abs(h.spend_gbp30d_value) <= 1.7976931348623157e308 AND abs(h.spend_gbp30d_value) < 1e290), huge_sum(h.spend_gbp30d_value) FILTER (WHERE abs(h.spend_gbp30d_value) <= 1.7976931348623157e308 AND abs(h.spend_gbp30d_value) >= 1e290)) AS spend_gbp30d,
    CAST(row_to_json((max(ARRAY[(h.event_time, h.ingest_time, h.event_id, h.country)]))[1]) ->> 'f4' AS text) COLLATE "C" AS latest_country,
    min(h.occurred_at) AS hours_until_first_min
  FROM spine AS s
  JOIN history AS h
    ON h.user_id = s.user_id
      AND h.category = s.category
      AND h.event_time > s.as_of
      AND h.event_time <= s.as_of + INTERVAL '30 days'
  GROUP BY s.ordinal
)
SELECT
  s.ordinal,
  s.user_id,
  s.category,
  s.as_of,
  coalesce(f.purchases7d, 0) AS purchases7d,
  coalesce(f.charged_back30d, 0) AS charged_back30d,
  coalesce(f.spend_gbp30d, 0e0) AS spend_gbp30d,
  f.latest_country,
  CAST(microseconds_between(s.as_of, f.hours_until_first_min) * 10 AS double precision) / 36000000000e0 AS hours_until_first,
  f.ordinal IS NOT NULL AS found
FROM spine AS s
LEFT JOIN features AS f
  ON f.ordinal = s.ordinal
ORDER BY s.ordinal
