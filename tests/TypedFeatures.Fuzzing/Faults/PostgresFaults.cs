using TypedFeatures.Parity;
using static TypedFeatures.Fuzzing.Faults.PlantedFault;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>Faults such as the printer of PostgreSQL's SQL could have.</summary>
internal static class PostgresFaults
{
    public static IReadOnlyList<PlantedFault> All { get; } = [.. Dialect(), .. Nulls(), .. Order(), .. Knowledge()];

    private static IEnumerable<PlantedFault> Dialect() =>
    [
        Sql("case as a language has it", Engines.Postgres, @"\b(upper|lower)\(([^()]*) COLLATE ""C""\)", @"($1($2 COLLATE ""en-x-icu"") COLLATE ""C"")", "Text.UpperAscii", "Text.LowerAscii", "aggregate.Max<string>"),
        Sql("lengths in code points", Engines.Postgres, @"utf16_length\(", "length(", "string.Length", "string.Length?", "aggregate.Max<int>"),
        Sql("weeks that begin on Monday", Engines.Postgres, "'dow'", "'isodow'", "DayOfWeek.number<DateTime>", "DayOfWeek.number<DateOnly>"),
        Sql("years of the ISO calendar", Engines.Postgres, "'year'", "'isoyear'", "DateTime.Year", "DateOnly.Year", "DateOnly?.Year"),
        Sql("the ceiling for the floor", Engines.Postgres, @"\bfloor\(", "ceil(", "Math.Floor", "aggregate.Max<double>"),
        Sql("a window that includes its start", Engines.Postgres, @"(\(WHERE h\.event_time) > s\.as_of -", "$1 >= s.as_of -", "window.last", "aggregate.Count", "aggregate.Sum<long>"),
    ];

    private static IEnumerable<PlantedFault> Nulls() =>
    [
        Sql("null conditions that stay null", Engines.Postgres, @"NOT coalesce\(([^(),]+), FALSE\)", "NOT ($1)", "operator.not", "pattern.relational<int>", "aggregate.Count.predicate"),
        Sql("null unequal to null", Engines.Postgres, " IS DISTINCT FROM ", " <> ", "operator.notequal<string>", "operator.notequal<long>", "aggregate.Count.predicate"),
        Sql("nothing counted as null", Engines.Postgres, @"coalesce\((f\.\w+), 0\)", "$1", "aggregate.Count", "aggregate.Sum<long>"),
        Sql("a left join that drops rows", Engines.Postgres, "LEFT JOIN LATERAL", "JOIN LATERAL", "join.outer", "aggregate.Count", "window.all"),
    ];

    private static IEnumerable<PlantedFault> Order() =>
    [
        Sql("ties left to chance", Engines.Postgres, @"ARRAY\[\((.*?)h\.event_id", "ARRAY[(${1}0", "source.ingest", "aggregate.Latest<long>", "aggregate.First<int>", "aggregate.Latest<string>"),
        Sql("ties broken by the id before the ingest time", Engines.Postgres, @"h\.event_time, h\.ingest_time, h\.event_id,", "h.event_time, h.event_id, h.ingest_time,",
            "source.ingest", "aggregate.Latest<long>", "aggregate.First<int>", "aggregate.Latest<string>"),
        Sql("the least of two changes at one instant", Engines.Postgres, @"(?<=ORDER BY \w+_then\.\w+ DESC, [^()\n]*) DESC", " ASC",
            "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
        Sql("the greatest of the most frequent", Engines.Postgres, @"mode\(\) WITHIN GROUP \(ORDER BY (h\.\w+)\)", "mode() WITHIN GROUP (ORDER BY $1 DESC)",
            "aggregate.Mode<long>", "aggregate.Mode<string>", "aggregate.Mode<int>"),
    ];

    private static IEnumerable<PlantedFault> Knowledge() =>
    [
        Sql("late rows seen", Engines.Postgres, @"\s+AND h\.ingest_time <= s\.as_of", "", "source.ingest", "aggregate.Count", "window.all"),
        Sql("rows seen only after they were known", Engines.Postgres, @"h\.ingest_time <= s\.as_of", "h.ingest_time < s.as_of", "source.ingest", "aggregate.Count", "window.all"),
        Sql("a feed of rows not known yet", Engines.Postgres, @"WHERE h\.ingest_time <= CAST\(\$1 AS timestamp\)", "WHERE h.ingest_time <= CAST($$1 AS timestamp) + INTERVAL '1 microsecond'",
            "source.ingest", "aggregate.Count", "window.all"),
        Sql("a dimension row newer than the event was known", Engines.Postgres, @"<= least\((\S+), \S+\)(?=\s+ORDER)", "<= $1",
            "source.ingest", "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
    ];
}
