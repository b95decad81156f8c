using System.Text.RegularExpressions;
using static TypedFeatures.Parity.Tests.Mutation;

namespace TypedFeatures.Parity.Tests;

/// <summary>Faults a printer of ClickHouse's SQL could make, and settings that it may not go without.</summary>
internal static class ClickHouseMutations
{
    public static IReadOnlyList<Mutation> All { get; } = Engines.All.Contains(Engines.ClickHouse) ? [.. Queries(), .. Settings()] : [];

    private static IEnumerable<Mutation> Queries() =>
    [
        OfSql("a window that includes its start", Engines.ClickHouse, ViewCases.CustomerOrders,
            "h.event_time > s.as_of - 604800000000", "h.event_time >= s.as_of - 604800000000"),
        OfSql("a window that excludes the as-of", Engines.ClickHouse, ViewCases.CustomerOrders, "h.event_time <= s.as_of", "h.event_time < s.as_of"),
        OfSql("late rows seen", Engines.ClickHouse, ViewCases.CustomerOrders, "AND h.ingest_time <= s.as_of", ""),
        OfSql("a dimension row newer than the event was known", Engines.ClickHouse, ViewCases.CustomerOrders, "least(o.occurred_at, o.ingested_at)", "o.occurred_at"),
        // The dialect tells equal calls apart by spaces behind the type's name: all of them are to wrap.
        new("a product that wraps", Engines.ClickHouse, ViewCases.UserTotals)
        {
            Sql = sql => Regex.Replace(sql, @"accurateCast\(toInt128\(h\.bytes\) \* toInt128\(h\.product_value\), 'Int64 *'\)", "(h.bytes * h.product_value)"),
        },
        OfSql("the first for the latest", Engines.ClickHouse, ViewCases.CustomerOutlet,
            "argMaxOrNull(h.status, (h.event_time, h.ingest_time, h.event_id))", "argMinOrNull(h.status, (h.event_time, h.ingest_time, h.event_id))"),
        OfSql("ties broken by chance", Engines.ClickHouse, ViewCases.CustomerOutlet,
            "argMaxOrNull(h.status, (h.event_time, h.ingest_time, h.event_id))", "argMaxOrNull(h.status, h.event_time)"),
        OfSql("a left join that drops rows", Engines.ClickHouse, ViewCases.RegionOrders, "ASOF LEFT JOIN", "ASOF JOIN"),
        OfSql("the least of two changes at one instant", Engines.ClickHouse, ViewCases.RegionOrders, ".country DESC", ".country ASC"),
        OfSql("an offset ignored", Engines.ClickHouse, ViewCases.SensorStatistics, "h.event_time <= s.as_of - 86400000000", "h.event_time <= s.as_of"),
        OfSql("all there is taken for a sample", Engines.ClickHouse, ViewCases.SensorStatistics, "varPopStable(", "varSampStable("),
        OfSql("a percentile without interpolation", Engines.ClickHouse, ViewCases.SensorStatistics, "quantileExactInclusiveOrNull(", "quantileExactOrNull("),
        OfSql("a tiled window that excludes its first instant", Engines.ClickHouse, ViewCases.SensorTiles, "h.event_time >= ", "h.event_time > "),
        OfSql("the oldest for the newest in a list", Engines.ClickHouse, ViewCases.SensorLists, "arrayReverseSort(", "arraySort("),
    ];

    /// <summary>A query may set anew what goes with every statement.</summary>
    private static IEnumerable<Mutation> Settings() =>
    [
        Without("what a left join does not find is zero", ViewCases.RegionOrders, "join_use_nulls = 0"),
        Without("a guard that guards nothing", ViewCases.UserGuards, "short_circuit_function_evaluation = 'disable'"),
    ];

    private static Mutation Without(string name, ViewCase view, string setting) =>
        new(name, Engines.ClickHouse, view) { Sql = sql => $"{sql}\nSETTINGS {setting}" };
}
