using static TypedFeatures.Parity.Tests.Mutation;

namespace TypedFeatures.Parity.Tests;

/// <summary>Faults in the shapes of windows, and in how values scatter.</summary>
internal static class ShapeMutations
{
    public static IReadOnlyList<Mutation> All { get; } =
    [
        OfSql("an offset ignored", Engines.Sqlite, ViewCases.SensorStatistics, "h.event_time <= s.as_of - 86400000000", "h.event_time <= s.as_of"),
        OfSql("an offset window that excludes its end", Engines.Sqlite, ViewCases.SensorStatistics,
            "h.event_time <= s.as_of - 86400000000", "h.event_time < s.as_of - 86400000000"),
        OfSql("a tiled window that excludes its first instant", Engines.Sqlite, ViewCases.SensorTiles, "h.event_time >= ", "h.event_time > "),
        OfSql("a tiled window begun exactly", Engines.Sqlite, ViewCases.SensorTiles,
            "((s.as_of - 604800000000) % 3600000000 + 3600000000) % 3600000000", "0"),
        OfSql("a session that ends at its gap", Engines.Sqlite, ViewCases.UserBursts,
            "h.event_time < coalesce(h.next_time, h.as_of) - 3600000000", "h.event_time <= coalesce(h.next_time, h.as_of) - 3600000000"),
        OfSql("a session that never ends", Engines.DuckDb, ViewCases.UserBursts, "coalesce(h.next_time, h.as_of)", "h.next_time"),
        OfSql("a sample taken for all there is", Engines.DuckDb, ViewCases.SensorStatistics, "stddev_samp(", "stddev_pop("),
        OfSql("all there is taken for a sample", Engines.Sqlite, ViewCases.SensorStatistics, "var_pop(", "var_samp("),
        OfSql("a percentile of the wrong end", Engines.Sqlite, ViewCases.SensorStatistics, ", 0.9e0)", ", 0.1e0)"),
        OfSql("a percentile without interpolation", Engines.DuckDb, ViewCases.SensorStatistics, "quantile_cont(", "quantile_disc("),
        OfSql("decay twice as fast", Engines.DuckDb, ViewCases.SensorStatistics, "/ 43200000000e0", "/ 21600000000e0"),
    ];
}
