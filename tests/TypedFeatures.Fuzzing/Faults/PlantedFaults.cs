using TypedFeatures.Parity;
using static TypedFeatures.Fuzzing.Faults.PlantedFault;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>Faults such as the code under test could have, by what they are about.</summary>
public static class PlantedFaults
{
    public static IReadOnlyList<PlantedFault> All { get; } =
    [
        .. Windows(), .. Knowledge(), .. Order(), .. Nulls(), .. Numbers(), .. Functions(), .. Entities(), .. Feeds(), .. Codecs(), .. Ingestion(),
        .. Engines.All.Contains(Engines.ClickHouse) ? ClickHouseFaults.All : [],
        .. Engines.All.Contains(Engines.Postgres) ? PostgresFaults.All : [],
    ];

    private static IEnumerable<PlantedFault> Windows() =>
    [
        Sql("a window that includes its start", Engines.DuckDb, @"(\(WHERE h\.event_time) > s\.as_of -", "$1 >= s.as_of -",
            "window.last", "aggregate.Count", "aggregate.Sum<long>"),
        Sql("a window that excludes the as-of", Engines.Sqlite, @"h\.event_time <= s\.as_of", "h.event_time < s.as_of",
            "window.last", "aggregate.Count", "aggregate.Latest<long>"),
        Sql("a snapshot that excludes its as-of", Engines.DuckDb, @"h\.event_time <= CAST\(\$as_of AS TIMESTAMP\)", "h.event_time < CAST($$as_of AS TIMESTAMP)",
            "window.last", "aggregate.Count", "aggregate.Latest<long>"),
        Sql("a look-back that includes its start", Engines.Sqlite, @"AND h\.event_time > s\.as_of - ", "AND h.event_time >= s.as_of - ",
            "window.last", "aggregate.Count"),
        Sql("a feed that forgets half of its look-back", Engines.Sqlite, @"AND h\.event_time > \$as_of - (\d+)", "AND h.event_time > $$as_of - $1 / 2",
            "window.last", "aggregate.Count"),
    ];

    private static IEnumerable<PlantedFault> Knowledge() =>
    [
        Sql("late rows seen", Engines.DuckDb, @"\s+AND h\.ingest_time <= s\.as_of", "",
            "source.ingest", "aggregate.Count", "window.all"),
        Sql("rows seen only after they were known", Engines.Sqlite, @"h\.ingest_time <= s\.as_of", "h.ingest_time < s.as_of",
            "source.ingest", "aggregate.Count", "window.all"),
        Sql("a feed of rows not known yet", Engines.Sqlite, @"WHERE h\.ingest_time <= \$as_of", "WHERE h.ingest_time <= $$as_of + 1",
            "source.ingest", "aggregate.Count", "window.all"),
        Sql("a feed without future-dated rows", Engines.Sqlite, @"WHERE h\.ingest_time <= \$as_of", "WHERE h.event_time <= $$as_of AND h.ingest_time <= $$as_of",
            "source.ingest", "aggregate.Count", "window.all"),
        Sql("a dimension row newer than the event was known", Engines.Sqlite, @"<= min\((\S+), \S+\)(?=\s+ORDER)", "<= $1",
            "source.ingest", "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
    ];

    private static IEnumerable<PlantedFault> Order() =>
    [
        Sql("a dimension that holds only after its start", Engines.Sqlite, @"( <= )(min\([^)]*\)\s+ORDER BY)", " < $2",
            "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
        Sql("the least of two changes at one instant", Engines.DuckDb, @"(?<=OVER \(PARTITION BY [^(),]*,(?:(?! ORDER)[^()])* ORDER BY [^()]*) DESC", " ASC",
            "join.inner", "join.notbitemporal", "join.inner.column<long>", "join.inner.column<string>"),
        Sql("ties left to chance", Engines.DuckDb, @"\(h\.event_time, h\.ingest_time, h\.event_id\)", "(h.event_time, h.ingest_time)",
            "source.ingest", "aggregate.Latest<long>", "aggregate.First<int>", "aggregate.Latest<string>"),
        Sql("ties broken by the id before the ingest time", Engines.Sqlite, @"h\.event_time, h\.ingest_time, h\.event_id\)", "h.event_time, h.event_id, h.ingest_time)",
            "source.ingest", "aggregate.Latest<long>", "aggregate.First<int>", "aggregate.Latest<string>"),
        Sql("text without regard to case", Engines.Sqlite, @"(?= = '| IN \(')", " COLLATE NOCASE",
            "pattern.constant<string>", "operator.equal<string>", "aggregate.Count.predicate"),
        Sql("the first for the latest", Engines.DuckDb, @"arg_max\(", "arg_min(",
            "aggregate.Latest<long>", "aggregate.Latest<string>"),
    ];

    private static IEnumerable<PlantedFault> Nulls() =>
    [
        Sql("null conditions that stay null", Engines.DuckDb, @"NOT coalesce\(([^(),]+), FALSE\)", "NOT ($1)",
            "operator.not", "pattern.relational<int>", "aggregate.Count.predicate"),
        Sql("nothing counted as null", Engines.Sqlite, @"coalesce\((f\.\w+), 0\)", "$1",
            "aggregate.Count", "aggregate.Sum<long>"),
        Sql("a left join that drops rows", Engines.DuckDb, "ASOF LEFT JOIN", "ASOF JOIN",
            "join.outer", "aggregate.Count", "window.all"),
        Sql("null unequal to null", Engines.Sqlite, @" IS NOT (?!NULL)", " <> ",
            "operator.notequal<string>", "operator.notequal<long>", "aggregate.Count.predicate"),
        Sql("null equal to nothing", Engines.DuckDb, " IS NOT DISTINCT FROM ", " = ",
            "operator.equal<string>", "operator.equal<long>", "aggregate.Count.predicate"),
    ];

    private static IEnumerable<PlantedFault> Numbers() =>
    [
        Sql("differences for sums", Engines.Sqlite, @"checked_add\(", "checked_subtract(",
            "operator.add<long>", "operator.add<int>"),
        Sql("an average of rounded integers", Engines.Sqlite, @"exact_average\(([^()]*)\)", "CAST(avg($1) AS INTEGER) * 1e0",
            "aggregate.Average<int>", "aggregate.Average<long>"),
        Sql("halves rounded up", Engines.DuckDb, @"round_even\(", "round(",
            "Math.Round", "aggregate.Max<double>"),
        Sql("duplicates in a count of distinct", Engines.Sqlite, @"count\(DISTINCT ", "count(",
            "aggregate.CountDistinct<long>", "aggregate.CountDistinct<string>"),
        Sql("the greatest for the most frequent", Engines.Sqlite, @"\bmode\(", "max(",
            "aggregate.Mode<long>", "aggregate.Mode<string>"),
        Sql("the ceiling for the floor", Engines.Sqlite, @"\bfloor\(", "ceiling(",
            "Math.Floor", "aggregate.Max<double>"),
        Sql("a ratio of nothing that is 0", Engines.DuckDb, @"nullif\(", "coalesce(",
            "number.ratio", "aggregate.Max<double>"),
    ];

    private static IEnumerable<PlantedFault> Functions() =>
    [
        Sql("lengths in code points", Engines.Sqlite, @"utf16_length\(", "length(",
            "string.Length", "string.Length?", "aggregate.Max<int>"),
        Sql("lower case for upper case", Engines.Sqlite, @"\bupper\(", "lower(",
            "Text.UpperAscii", "aggregate.Max<string>"),
        Sql("weeks that begin on Monday", Engines.DuckDb, @"dayofweek\(", "isodow(",
            "DayOfWeek.number<DateTime>", "DayOfWeek.number<DateOnly>"),
        Sql("years of the ISO calendar", Engines.DuckDb, @"\byear\(", "isoyear(",
            "DateTime.Year", "DateOnly.Year", "DateOnly?.Year"),
    ];

    private static IEnumerable<PlantedFault> Entities() =>
    [
        Sql("everybody found", Engines.Sqlite, @"f\.ordinal IS NOT NULL AS found", "1 AS found",
            "window.last", "aggregate.Count"),
        Sql("rows of entities without any left out", Engines.DuckDb, "LEFT JOIN features AS f", "JOIN features AS f",
            "window.last", "aggregate.Count"),
        Sql("half a composite key", Engines.DuckDb, @"ON h\.(\w+) = s\.\1\s+AND h\.(\w+) = s\.\2", "ON h.$1 = s.$1",
            "key.2", "aggregate.Count", "window.all"),
    ];

    private static IEnumerable<PlantedFault> Feeds() =>
    [
        Of("a row lost on its way online", fault => fault with { Feed = cursor => new LosingCursor(cursor, fault) },
            "aggregate.Count", "window.all"),
        Of("a row fed twice", fault => fault with { Feed = cursor => new RepeatingCursor(cursor, fault) },
            "aggregate.Count", "window.all"),
    ];

    private static IEnumerable<PlantedFault> Codecs() =>
    [
        InView("a codec that forgets the first column of values", new ForgetfulCodecs(v => v.Keys.Count + 1),
            "aggregate.Max<long>", "aggregate.Latest<string>"),
        InView("a codec that forgets a later column of values", new ForgetfulCodecs(v => v.Keys.Count + 3),
            "aggregate.Max<long>", "aggregate.Latest<string>", "aggregate.Sum<int>", "aggregate.Mode<bool>"),
        InView("a codec that loses rows of the future", new LosingStates((_, time, watermark, _) => time <= watermark, onlyWritten: true),
            "aggregate.Count", "window.last"),
        InView("a codec that loses the rows at the watermark", new LosingStates((_, time, watermark, _) => time != watermark, onlyWritten: true),
            "aggregate.Count", "window.last"),
        InView("eviction of half of the look-back", new LosingStates((_, time, watermark, lookback) => lookback is null || time > watermark - (lookback / 2), onlyWritten: false),
            "aggregate.Count", "window.last"),
        InView("reads a microsecond late", new ShiftedReads(1),
            "window.asof", "window.last", "aggregate.TimeSinceLast"),
    ];

    private static IEnumerable<PlantedFault> Ingestion() =>
    [
        OfRows("whatever arrives first stays", Engines.Sqlite, (seen, row) => seen.Add($"{row.GetType().Name} {IdOf(row)}") || IdOf(row) is null ? row : null,
            "source.versions", "aggregate.Latest<string>"),
        OfRows("half of the rows known a day late", Engines.DuckDb, (seen, row) => seen.Add($"{seen.Count}") && seen.Count % 2 == 0 ? Later(row) : row,
            "source.ingest", "aggregate.Count"),
    ];

    private static object? IdOf(object row) => row.GetType().GetProperties().FirstOrDefault(p => Attribute.IsDefined(p, typeof(EventIdAttribute)))?.GetValue(row);

    private static object Later(object row)
    {
        var ingest = row.GetType().GetProperties().FirstOrDefault(p => Attribute.IsDefined(p, typeof(IngestTimeAttribute)));
        if (ingest is null)
        {
            return row;
        }

        var copy = row.GetType().GetMethod("<Clone>$")!.Invoke(row, null)!;
        ingest.SetValue(copy, ((DateTime)ingest.GetValue(row)!).AddDays(1));
        return copy;
    }
}
