WITH history__versions AS (
  -- later versions of events, the newest known of each event in the first place
  SELECT
    n.event_id,
    n.charged_back,
    row_number() OVER (PARTITION BY n.event_id ORDER BY n.ingested_at DESC, n.charged_back DESC) AS place
  FROM purchases__versions AS n
),
history AS (
  -- the rows the label is about, in their newest version
  SELECT
    p.user_id AS user_id,
    p.occurred_at AS event_time,
    CASE WHEN n.place IS NULL THEN p.charged_back ELSE n.charged_back END AS charged_back
  FROM purchases AS p
  LEFT JOIN history__versions AS n
    ON n.event_id = p.event_id
      AND n.place = 1
),
features AS (
  -- what came after each spine row, window by window
  SELECT
    s.ordinal AS ordinal,
    count() FILTER (WHERE h.charged_back) > 0 AS value
  FROM spine AS s
  JOIN history AS h
    ON h.user_id = s.user_id
      AND h.event_time > s.as_of
      AND h.event_time <= s.as_of + 5184000000000
  GROUP BY s.ordinal
)
SELECT
  s.ordinal AS ordinal,
  s.user_id AS user_id,
  s.as_of AS as_of,
  coalesce(f.value, FALSE) AS value,
  f.ordinal IS NOT NULL AS found
FROM spine AS s
LEFT JOIN features AS f
  ON f.ordinal = s.ordinal
ORDER BY s.ordinal
