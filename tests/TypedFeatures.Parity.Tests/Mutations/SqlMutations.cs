using static TypedFeatures.Parity.Tests.Mutation;

namespace TypedFeatures.Parity.Tests;

/// <summary>Faults a printer of SQL could make.</summary>
internal static class SqlMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
        [.. Windows(), .. Knowledge(), .. Order(), .. Nulls(), .. Numbers(), .. Entities(), .. Composites(), .. Dimensions(), .. Tables(), .. Merges()];

    private static IEnumerable<Mutation> Windows() =>
    [
        OfSql("a window that includes its start", Engines.DuckDb, ViewCases.CustomerOrders,
            "h.event_time > s.as_of - INTERVAL 7 DAY", "h.event_time >= s.as_of - INTERVAL 7 DAY"),
        OfSql("a window that excludes the as-of", Engines.Sqlite, ViewCases.CustomerOrders, "h.event_time <= s.as_of", "h.event_time < s.as_of"),
        OfSql("a snapshot that excludes its as-of", Engines.DuckDb, ViewCases.UserTotals,
            "h.event_time <= CAST($as_of AS TIMESTAMP)", "h.event_time < CAST($as_of AS TIMESTAMP)"),
        OfSql("a look-back that includes its start", Engines.Sqlite, ViewCases.DeviceVisits,
            "h.event_time > s.as_of - 604800000000", "h.event_time >= s.as_of - 604800000000"),
        OfSql("a feed that forgets a month of rows", Engines.DuckDb, ViewCases.RegionOrders,
            "h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 90 DAY", "h.event_time > CAST($as_of AS TIMESTAMP) - INTERVAL 60 DAY"),
    ];

    private static IEnumerable<Mutation> Knowledge() =>
    [
        OfSql("late rows seen", Engines.DuckDb, ViewCases.CustomerOrders, "AND h.ingest_time <= s.as_of", ""),
        OfSql("rows seen only after they were known", Engines.Sqlite, ViewCases.StatusTexts, "h.ingest_time <= s.as_of", "h.ingest_time < s.as_of"),
        OfSql("a feed of rows not known yet", Engines.Sqlite, ViewCases.CustomerOrders, "WHERE h.ingest_time <= $as_of", "WHERE h.ingest_time <= $as_of + 1"),
        OfSql("a feed without future-dated rows", Engines.Sqlite, ViewCases.CustomerOrders,
            "WHERE h.ingest_time <= $as_of", "WHERE h.event_time <= $as_of AND h.ingest_time <= $as_of"),
        OfSql("a dimension row newer than the event was known", Engines.DuckDb, ViewCases.CustomerOrders,
            "least(o.occurred_at, o.ingested_at)", "o.occurred_at"),
        OfSql("a dimension row not known with the event", Engines.DuckDb, ViewCases.OutletCampaigns,
            "AND c.announced_at <= o.ingested_at", "AND c.announced_at IS NOT NULL"),
    ];

    private static IEnumerable<Mutation> Order() =>
    [
        OfSql("a dimension that holds only after its start", Engines.Sqlite, ViewCases.RegionOrders, ".since <= min(", ".since < min("),
        OfSql("the least of two changes at one instant", Engines.DuckDb, ViewCases.RegionOrders, ".country DESC", ".country ASC"),
        OfSql("ties broken by the id the wrong way", Engines.DuckDb, ViewCases.CustomerOutlet,
            "arg_max(h.status, (h.event_time, h.ingest_time, h.event_id))", "arg_max(h.status, (h.event_time, h.ingest_time))"),
        OfSql("ties broken before the ingest time", Engines.Sqlite, ViewCases.CustomerOutlet,
            "h.event_time, h.ingest_time, h.event_id)", "h.event_time, h.event_id, h.ingest_time)"),
        OfSql("nulls counted as the latest", Engines.DuckDb, ViewCases.CustomerOutlet,
            "arg_max(h.basket, (h.event_time, h.ingest_time, h.event_id)) FILTER (WHERE h.basket IS NOT NULL)",
            "arg_max_null(h.basket, (h.event_time, h.ingest_time, h.event_id))"),
        OfSql("text without regard to case", Engines.Sqlite, ViewCases.CustomerOutlet, "(h.note)", "(h.note COLLATE NOCASE)"),
        OfSql("enums by name", Engines.Sqlite, ViewCases.CustomerOutlet,
            "mode(CASE WHEN h.channel = 'Web' THEN 0 WHEN h.channel = 'Store' THEN 1", "mode(CASE WHEN h.channel = 'Web' THEN 3 WHEN h.channel = 'Store' THEN 1"),
    ];

    private static IEnumerable<Mutation> Nulls() =>
    [
        OfSql("a null condition negated", Engines.DuckDb, ViewCases.CustomerOrders, "NOT coalesce(o.amount > 10e0, FALSE)", "NOT (o.amount > 10e0)"),
        OfSql("nothing counted as null", Engines.Sqlite, ViewCases.CustomerOrders, "coalesce(f.orders7d, 0)", "f.orders7d"),
        OfSql("a left join that drops rows", Engines.DuckDb, ViewCases.RegionOrders, "ASOF LEFT JOIN", "ASOF JOIN"),
        OfSql("null unequal to null", Engines.Sqlite, ViewCases.StatusTexts, "o.note IS NOT o.category", "o.note <> o.category"),
    ];

    private static IEnumerable<Mutation> Numbers() =>
    [
        OfSql("infinity added", Engines.DuckDb, ViewCases.CustomerOrders,
            "sum(h.spend30d_value) FILTER (WHERE h.event_time > s.as_of - INTERVAL 30 DAY AND isfinite(h.spend30d_value))",
            "sum(h.spend30d_value) FILTER (WHERE h.event_time > s.as_of - INTERVAL 30 DAY)"),
        OfSql("integers that go on as doubles", Engines.Sqlite, ViewCases.UserTotals, "checked_multiply(h.bytes, h.product_value)", "(h.bytes * h.product_value)"),
        OfSql("an average of rounded integers", Engines.Sqlite, ViewCases.CustomerOutlet, "exact_average(", "avg("),
        OfSql("halves rounded up", Engines.DuckDb, ViewCases.UserVisits, "round_even(", "round("),
        OfSql("duplicates in a count of distinct", Engines.Sqlite, ViewCases.CustomerOrders, "count(DISTINCT h.category)", "count(h.category)"),
        OfSql("the greatest for the most frequent", Engines.Sqlite, ViewCases.CustomerOrders, "mode(h.category)", "max(h.category)"),
    ];

    private static IEnumerable<Mutation> Composites() =>
    [
        OfSql("the oldest for the newest", Engines.DuckDb, ViewCases.SensorLists,
            "arg_max(h.text, (h.event_time, h.ingest_time, h.event_id), 2)", "arg_min(h.text, (h.event_time, h.ingest_time, h.event_id), 2)"),
        OfSql("ties of a list broken before the ingest time", Engines.DuckDb, ViewCases.SensorLists,
            "arg_max(h.text, (h.event_time, h.ingest_time, h.event_id), 2)", "arg_max(h.text, (h.event_time, h.event_id), 2)"),
        OfSql("a list that is one too long", Engines.Sqlite, ViewCases.UserLists, "latest_k(h.page, 2, ", "latest_k(h.page, 3, "),
        OfSql("a null category counted", Engines.Sqlite, ViewCases.CustomerMaps, "count_by(h.channel)", "count_by(coalesce(h.channel, 'Web'))"),
        OfSql("of equally frequent values the greatest", Engines.DuckDb, ViewCases.UserLists,
            "list_sort(list_transform(map_entries(f.top_pages), lambda \"$item\": {'n': -CAST(\"$item\".value AS BIGINT), ",
            "list_reverse_sort(list_transform(map_entries(f.top_pages), lambda \"$item\": {'n': CAST(\"$item\".value AS BIGINT), "),
        OfSql("numbers of a vector mixed up", Engines.DuckDb, ViewCases.SensorLists, "CAST(h.trace[2] AS DOUBLE)", "CAST(h.trace[1] AS DOUBLE)"),
        OfSql("the sum of no vectors null", Engines.Sqlite, ViewCases.SensorLists, "coalesce(f.trace_total, zero_vector(3))", "f.trace_total"),
    ];

    private static IEnumerable<Mutation> Dimensions() =>
    [
        OfSql("a row that never ends", Engines.Sqlite, ViewCases.LabelHolders, "occurred_at < h.until", "occurred_at IS NOT NULL"),
        OfSql("an end that is open taken for the past", Engines.Sqlite, ViewCases.LabelHolders, "h.until IS NULL OR ", ""),
        OfSql("a tombstone that takes nothing away", Engines.Sqlite, ViewCases.UserPermits, "NOT p.is_revoked", "p.is_revoked IS NOT NULL"),
        OfSql("an older row behind one that has ended", Engines.Sqlite, ViewCases.LabelHolders,
            "WHERE h_then.name =", "WHERE coalesce(h_then.until > o.occurred_at, TRUE) AND h_then.name ="),
        OfSql("one role's key for the other's", Engines.DuckDb, ViewCases.SensorHolders, "p.grade = 'Silver'", "p.grade = 'Gold'"),
    ];

    private static IEnumerable<Mutation> Tables() =>
    [
        OfSql("a row too old by the end of MaxAge", Engines.Sqlite, ViewCases.OutletRisk, "s.as_of - 604800000001", "s.as_of - 604800000000"),
        OfSql("the least of rows alike in their times", Engines.DuckDb, ViewCases.OutletRisk, "o.score DESC", "o.score ASC"),
        OfSql("the value of an older row for a null", Engines.Sqlite, ViewCases.RegionScore,
            "CASE WHEN coalesce(f.note_latest, FALSE) THEN f.note_latest_2 ELSE NULL END", "f.note_latest_2"),
    ];

    private static IEnumerable<Mutation> Merges() =>
    [
        OfSql("streams in the wrong order", Engines.DuckDb, ViewCases.AgentActivity, "'a' || s.signal_id", "'z' || s.signal_id"),
        OfSql("a stream's filter that is forgotten", Engines.Sqlite, ViewCases.OutletActivity, "WHERE NOT s.is_test", "WHERE TRUE"),
        OfSql("rows without ingest time known before all others", Engines.Sqlite, ViewCases.AgentActivity,
            "v.\"at\" AS ingest_time", "0 AS ingest_time"),
        OfSql("numbers for ids that order as text", Engines.DuckDb, ViewCases.AgentActivity, "'b0' || ", "'b2' || "),
    ];

    private static IEnumerable<Mutation> Entities() =>
    [
        OfSql("half a composite key", Engines.DuckDb, ViewCases.CustomerOutlet, "AND h.customer_id = s.customer_id", ""),
        OfSql("half a key of a dimension", Engines.Sqlite, ViewCases.OutletCampaigns, "AND c_then.outlet_id = o.outlet_id", ""),
        OfSql("everybody found", Engines.Sqlite, ViewCases.LabelDeals, "f.ordinal IS NOT NULL AS found", "1 AS found"),
        OfSql("rows of entities without any left out", Engines.DuckDb, ViewCases.LabelDeals, "LEFT JOIN features AS f", "JOIN features AS f"),
    ];
}
