using TypedFeatures.Parity;
using static TypedFeatures.Fuzzing.Faults.PlantedFault;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>Faults such as the printer of ClickHouse's SQL could have.</summary>
internal static class ClickHouseFaults
{
    public static IReadOnlyList<PlantedFault> All { get; } = [.. Dialect(), .. Nulls(), .. Order(), .. Knowledge()];

    private static IEnumerable<PlantedFault> Dialect() =>
    [
        Sql("case beyond ASCII", Engines.ClickHouse, @"\b(lower|upper)\(", "$1UTF8(", "Text.UpperAscii", "Text.LowerAscii", "aggregate.Max<string>"),
        Sql("lengths in code points", Engines.ClickHouse, @"\bcountMatches\(", "0 * countMatches(", "string.Length", "string.Length?", "aggregate.Max<int>"),
        Sql("lengths in bytes", Engines.ClickHouse, @"\blengthUTF8\(", "length(", "string.Length", "string.Length?", "aggregate.Max<int>"),
        Sql("weeks that begin on Monday", Engines.ClickHouse, @"\btoDayOfWeek\(", "6 + toDayOfWeek(", "DayOfWeek.number<DateTime>", "DayOfWeek.number<DateOnly>"),
        Sql("the ceiling for the floor", Engines.ClickHouse, @"\bfloor\(", "ceil(", "Math.Floor", "aggregate.Max<double>"),
        Sql("a product that wraps", Engines.ClickHouse, @"accurateCast\(toInt128\(([^()]+)\) \* toInt128\(([^()]+)\), '(Int64|Int32)'\)", "to$3($1 * $2)",
            "operator.multiply<long>", "operator.multiply<int>", "aggregate.Max<long>"),
        Sql("a window that includes its start", Engines.ClickHouse, @"(\(WHERE h\.event_time) > s\.as_of -", "$1 >= s.as_of -", "window.last", "aggregate.Count", "aggregate.Sum<long>"),
    ];

    private static IEnumerable<PlantedFault> Nulls() =>
    [
        Sql("null conditions that stay null", Engines.ClickHouse, @"NOT coalesce\(([^(),]+), (?:FALSE|false)\)", "NOT ($1)", "operator.not", "pattern.relational<int>", "aggregate.Count.predicate"),
        Sql("nothing counted as null", Engines.ClickHouse, @"coalesce\((f\.\w+), 0\)", "$1", "aggregate.Count", "aggregate.Sum<long>"),
        Sql("the least of nothing not null", Engines.ClickHouse, @"\b(max|min)OrNull\(", "$1OrDefault(", "aggregate.Min<long>", "aggregate.Max<int>", "window.last"),
        Sql("a left join that drops rows", Engines.ClickHouse, "LEFT JOIN(?! features)", "JOIN", "join.outer", "aggregate.Count", "window.all"),
    ];

    private static IEnumerable<PlantedFault> Order() =>
    [
        Sql("ties left to chance", Engines.ClickHouse, @"\(h\.event_time, h\.ingest_time, h\.event_id\)", "(h.event_time, h.ingest_time)",
            "source.ingest", "aggregate.Latest<long>", "aggregate.First<int>", "aggregate.Latest<string>"),
        Sql("ties broken by the id before the ingest time", Engines.ClickHouse, @"\(h\.event_time, h\.ingest_time, h\.event_id\)", "(h.event_time, h.event_id, h.ingest_time)",
            "source.ingest", "aggregate.Latest<long>", "aggregate.First<int>", "aggregate.Latest<string>"),
        Sql("the least of two changes at one instant", Engines.ClickHouse, @"(?<=OVER \(PARTITION BY [^(),]*,(?:(?! ORDER)[^()])* ORDER BY [^()]*) DESC", " ASC",
            "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
        Sql("the last of the most frequent", Engines.ClickHouse, @"indexOf\((tupleElement\([^()]+\)), ", "length($1) + 1 - indexOf(reverse($1), ",
            "aggregate.Mode<long>", "aggregate.Mode<string>", "aggregate.Mode<int>"),
    ];

    private static IEnumerable<PlantedFault> Knowledge() =>
    [
        Sql("late rows seen", Engines.ClickHouse, @"\s+AND h\.ingest_time <= s\.as_of", "", "source.ingest", "aggregate.Count", "window.all"),
        Sql("rows seen only after they were known", Engines.ClickHouse, @"h\.ingest_time <= s\.as_of", "h.ingest_time < s.as_of", "source.ingest", "aggregate.Count", "window.all"),
        Sql("a feed of rows not known yet", Engines.ClickHouse, @"WHERE h\.ingest_time <= \{as_of:Int64\}", "WHERE h.ingest_time <= {as_of:Int64} + 1", "source.ingest", "aggregate.Count", "window.all"),
        Sql("a dimension row newer than the event was known", Engines.ClickHouse, @"\bleast\((\w+\.\w+), \w+\.\w+\)(?= >= )", "$1",
            "source.ingest", "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
    ];
}
