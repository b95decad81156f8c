using System.Text.RegularExpressions;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>A fault that the fuzzer must find: in an engine, in what goes into it, or in a view.</summary>
/// <param name="Engine">The engine it is planted on.</param>
/// <param name="OfEngine">The fault around the engine; null where it is in the view.</param>
/// <param name="OfView">The fault in the view.</param>
public sealed record PlantedFault(string Name, EngineKind Engine, Fault? OfEngine, IViewFault? OfView)
{
    public override string ToString() => $"{Engine.Name}: {Name}";
}

/// <summary>Faults such as the code under test could have, by what they are about.</summary>
public static class PlantedFaults
{
    public static IReadOnlyList<PlantedFault> All { get; } =
        [.. Windows(), .. Knowledge(), .. Order(), .. Nulls(), .. Numbers(), .. Functions(), .. Entities(), .. Feeds(), .. Codecs(), .. Ingestion(),
            .. Engines.All.Contains(Engines.Postgres) ? Postgres() : []];

    private static IEnumerable<PlantedFault> Windows() =>
    [
        Sql("a window that includes its start", Engines.DuckDb, @"(\(WHERE h\.event_time) > s\.as_of -", "$1 >= s.as_of -"),
        Sql("a window that excludes the as-of", Engines.Sqlite, @"h\.event_time <= s\.as_of", "h.event_time < s.as_of"),
        Sql("a snapshot that excludes its as-of", Engines.DuckDb, @"h\.event_time <= CAST\(\$as_of AS TIMESTAMP\)", "h.event_time < CAST($$as_of AS TIMESTAMP)"),
        Sql("a look-back that includes its start", Engines.Sqlite, @"AND h\.event_time > s\.as_of - ", "AND h.event_time >= s.as_of - "),
        Sql("a feed that forgets half of its look-back", Engines.Sqlite, @"AND h\.event_time > \$as_of - (\d+)", "AND h.event_time > $$as_of - $1 / 2"),
    ];

    private static IEnumerable<PlantedFault> Knowledge() =>
    [
        Sql("late rows seen", Engines.DuckDb, @"\s+AND h\.ingest_time <= s\.as_of", ""),
        Sql("rows seen only after they were known", Engines.Sqlite, @"h\.ingest_time <= s\.as_of", "h.ingest_time < s.as_of"),
        Sql("a feed of rows not known yet", Engines.Sqlite, @"WHERE h\.ingest_time <= \$as_of", "WHERE h.ingest_time <= $$as_of + 1"),
        Sql("a feed without future-dated rows", Engines.Sqlite, @"WHERE h\.ingest_time <= \$as_of", "WHERE h.event_time <= $$as_of AND h.ingest_time <= $$as_of"),
        Sql("a dimension row newer than the event was known", Engines.Sqlite, @"<= min\((\S+), \S+\)(?=\s+ORDER)", "<= $1"),
    ];

    private static IEnumerable<PlantedFault> Order() =>
    [
        Sql("a dimension that holds only after its start", Engines.Sqlite, @"( <= )(min\([^)]*\)\s+ORDER BY)", " < $2"),
        Sql("the least of two changes at one instant", Engines.DuckDb, @" DESC\) = 1", " ASC) = 1"),
        Sql("ties left to chance", Engines.DuckDb, @"\(h\.event_time, h\.ingest_time, h\.event_id\)", "(h.event_time, h.ingest_time)"),
        Sql("ties broken by the id before the ingest time", Engines.Sqlite, @"h\.event_time, h\.ingest_time, h\.event_id\)", "h.event_time, h.event_id, h.ingest_time)"),
        Sql("text without regard to case", Engines.Sqlite, @" IN \('abc', ''\)| = 'abc'", " = 'abc' COLLATE NOCASE"),
        Sql("the first for the latest", Engines.DuckDb, @"arg_max\(", "arg_min("),
    ];

    private static IEnumerable<PlantedFault> Nulls() =>
    [
        Sql("null conditions that stay null", Engines.DuckDb, @"NOT coalesce\(([^(),]+), FALSE\)", "NOT ($1)"),
        Sql("nothing counted as null", Engines.Sqlite, @"coalesce\((f\.\w+), 0\)", "$1"),
        Sql("a left join that drops rows", Engines.DuckDb, "ASOF LEFT JOIN", "ASOF JOIN"),
        Sql("null unequal to null", Engines.Sqlite, @" IS NOT (?!NULL)", " <> "),
        Sql("null equal to nothing", Engines.DuckDb, " IS NOT DISTINCT FROM ", " = "),
    ];

    private static IEnumerable<PlantedFault> Numbers() =>
    [
        Sql("differences for sums", Engines.Sqlite, @"checked_add\(", "checked_subtract("),
        Sql("an average of rounded integers", Engines.Sqlite, @"exact_average\(([^()]*)\)", "CAST(avg($1) AS INTEGER) * 1e0"),
        Sql("halves rounded up", Engines.DuckDb, @"round_even\(", "round("),
        Sql("duplicates in a count of distinct", Engines.Sqlite, @"count\(DISTINCT ", "count("),
        Sql("the greatest for the most frequent", Engines.Sqlite, @"\bmode\(", "max("),
        Sql("the ceiling for the floor", Engines.Sqlite, @"\bfloor\(", "ceiling("),
        Sql("a ratio of nothing that is 0", Engines.DuckDb, @"nullif\(", "coalesce("),
    ];

    private static IEnumerable<PlantedFault> Functions() =>
    [
        Sql("lengths in code points", Engines.Sqlite, @"utf16_length\(", "length("),
        Sql("lower case for upper case", Engines.Sqlite, @"\bupper\(", "lower("),
        Sql("weeks that begin on Monday", Engines.DuckDb, @"dayofweek\(", "isodow("),
        Sql("years of the ISO calendar", Engines.DuckDb, @"\byear\(", "isoyear("),
    ];

    private static IEnumerable<PlantedFault> Entities() =>
    [
        Sql("everybody found", Engines.Sqlite, @"f\.ordinal IS NOT NULL AS found", "1 AS found"),
        Sql("rows of entities without any left out", Engines.DuckDb, "LEFT JOIN features AS f", "JOIN features AS f"),
        Sql("half a composite key", Engines.DuckDb, @"ON h\.(\w+) = s\.\1\s+AND h\.(\w+) = s\.\2", "ON h.$1 = s.$1"),
    ];

    private static IEnumerable<PlantedFault> Postgres() =>
    [
        Sql("late rows seen", Engines.Postgres, @"\s+AND h\.ingest_time <= s\.as_of", ""),
        Sql("null equal to nothing", Engines.Postgres, " IS NOT DISTINCT FROM ", " = "),
        Sql("the greatest truth value for the least", Engines.Postgres, @"\bbool_and\(", "bool_or("),
        Sql("the first for the latest", Engines.Postgres, @"\bmax\(ARRAY", "min(ARRAY"),
        Sql("casts that round", Engines.Postgres, @"CAST\(trunc\(", "CAST(("),
        Sql("products that fail where they overflow", Engines.Postgres, @"ieee_multiply(_computed)?\(", "float8mul("),
        Sql("text in the order of a language", Engines.Postgres, "COLLATE \"C\"", "COLLATE \"en-x-icu\""),
        Sql("lengths in code points", Engines.Postgres, @"utf16_length\(", "length("),
        Sql("weeks that begin on Monday", Engines.Postgres, "'dow'", "'isodow'"),
        Sql("the oldest row of a dimension", Engines.Postgres, @"(ORDER BY \w+\.\S+) DESC", "$1 ASC"),
    ];

    private static IEnumerable<PlantedFault> Feeds() =>
    [
        Of("a row lost on its way online", fault => fault with { Feed = cursor => new LosingCursor(cursor, fault) }),
        Of("a row fed twice", fault => fault with { Feed = cursor => new RepeatingCursor(cursor, fault) }),
    ];

    private static IEnumerable<PlantedFault> Codecs() =>
    [
        InView("a codec that forgets the first column of values", new ForgetfulCodecs(v => v.Keys.Count + 1)),
        InView("a codec that forgets a later column of values", new ForgetfulCodecs(v => v.Keys.Count + 3)),
        InView("a codec that loses rows of the future", new LosingStates((_, time, watermark, _) => time <= watermark, onlyWritten: true)),
        InView("a codec that loses the rows at the watermark", new LosingStates((_, time, watermark, _) => time != watermark, onlyWritten: true)),
        InView("eviction of half of the look-back", new LosingStates((_, time, watermark, lookback) => lookback is null || time > watermark - (lookback / 2), onlyWritten: false)),
        InView("reads a microsecond late", new ShiftedReads(1)),
    ];

    private static IEnumerable<PlantedFault> Ingestion() =>
    [
        Rows("whatever arrives first stays", Engines.Sqlite, (seen, row) => seen.Add($"{row.GetType().Name} {IdOf(row)}") || IdOf(row) is null ? row : null),
        Rows("half of the rows known a day late", Engines.DuckDb, (seen, row) => seen.Add($"{seen.Count}") && seen.Count % 2 == 0 ? Later(row) : row),
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

    private static PlantedFault Sql(string name, EngineKind engine, string pattern, string replacement)
    {
        var regex = new Regex(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant);
        return new(name, engine, new Fault(name) { Sql = sql => regex.Replace(sql, replacement) }, null);
    }

    private static PlantedFault Rows(string name, EngineKind engine, Func<HashSet<string>, object, object?> rows) =>
        new(name, engine, new Fault(name) { Rows = rows }, null);

    private static PlantedFault Of(string name, Func<Fault, Fault> plant) => new(name, Engines.Sqlite, plant(new Fault(name)), null);

    private static PlantedFault InView(string name, IViewFault fault) => new(name, Engines.Sqlite, null, fault);
}
