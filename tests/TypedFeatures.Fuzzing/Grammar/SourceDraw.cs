using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Grammar;

/// <summary>Draws sources. Names of columns are chosen to hurt: words of SQL, and names that plans use themselves.</summary>
/// <param name="random">What chooses.</param>
/// <param name="batch">The name of the batch.</param>
/// <param name="number">Its number: the types of ids and keys take turns, each at its own pace, so that a few dozen batches have every pair of them.</param>
public sealed class SourceDraw(Random random, string batch, int number)
{
    private static readonly string[] Names =
    [
        "Amount", "Order", "Select", "Value", "Group", "Table", "Index", "User", "End", "Case", "Limit", "Rank", "Ordinal", "AsOf", "EventTime", "IngestTime",
        "EventId", "Spine", "Found", "H", "S", "E", "From", "When", "Note", "Key", "Column", "Check", "Desc", "Percent", "Timestamp", "Name", "Features", "History",
        "Rows", "Range", "Left", "Interval", "Data", "Type", "Date", "Total", "Country", "Level", "Score", "Offset", "Final", "Array", "Any", "Mode",
    ];

    private static readonly Kind[] Ids = [Kind.String, Kind.Guid, Kind.Long, Kind.Int];

    /// <summary>The sources of a batch: two of events, three dimensions.</summary>
    public IReadOnlyList<FuzzSource> Draw() =>
    [
        Events("Alpha", hasIngest: true, hasVersions: random.Chance(0.6), Turn(1, Ids)),
        Events("Beta", hasIngest: random.Chance(0.4), hasVersions: false, random.Pick(Ids)),
        Dimension("Delta", hasIngest: false, Turn(1, [Kind.Long, Kind.Int, Kind.Guid])),
        Dimension("Gamma", hasIngest: true, Turn(4, [Kind.String, Kind.Hue])),
        Dimension("Omega", hasIngest: random.Chance(0.5), Kind.String, Shifted([Kind.Long, Kind.Zone, Kind.Date, Kind.Decimal])),
    ];

    private Kind Turn(int batches, Kind[] kinds) => kinds[number / batches % kinds.Length];

    // As fast as the types of ids, and a step further after each round of them: every type within four batches, every pair within sixteen.
    private Kind Shifted(Kind[] kinds) => kinds[(number + (number / Ids.Length)) % kinds.Length];

    private FuzzSource Events(string row, bool hasIngest, bool hasVersions, Kind id)
    {
        var names = new Names(random, Names);
        var columns = new List<FuzzColumn>
        {
            new(names.Next(), new(id, false), "[EventId]"),
            new(names.Next(), new(Kind.Instant, false), "[EventTime]"),
        };
        if (hasIngest)
        {
            columns.Add(new(names.Next(), new(Kind.Instant, false), "[IngestTime]"));
        }

        foreach (var kind in FuzzType.Scalars)
        {
            columns.Add(Plain(names, new(kind, false)));
            columns.Add(Plain(names, new(kind, true)));
        }

        columns.Add(Plain(names, new(Kind.Vector, true)));
        if (hasVersions)
        {
            columns.Add(new(names.Next(), new(Kind.Bool, false), "[KnownAfterOutcome]"));
            columns.Add(new(names.Next(), new(Kind.String, true), "[KnownAfterOutcome]"));
        }

        return Source(row, isEvent: true, columns, [hasIngest ? "source.ingest" : "source.noingest", $"source.id.{id}", .. hasVersions ? ["source.versions"] : Array.Empty<string>()])
            with { Computed = [.. Computed(names, columns)] };
    }

    private static IEnumerable<FuzzProperty> Computed(Names names, List<FuzzColumn> columns)
    {
        string Column(Kind kind, bool isNullable) => columns.First(c => c.IsPlain && c.Type == new FuzzType(kind, isNullable)).Name;
        yield return new(names.Next(), new(Kind.Int, false), $"{Column(Kind.String, true)}?.Length ?? {Column(Kind.Int, false)}");
        yield return new(names.Next(), new(Kind.Double, true), $"{Column(Kind.Double, true)} * 2.5");
        yield return new(names.Next(), new(Kind.Bool, false), $"{Column(Kind.Bool, false)} && {Column(Kind.Hue, false)} > Hue.Blue");
        yield return new(names.Next(), new(Kind.String, false), $"{Column(Kind.String, true)} + \"!\"");
    }

    private FuzzSource Dimension(string row, bool hasIngest, params Kind[] keys)
    {
        var names = new Names(random, Names);
        var columns = keys.Select(k => new FuzzColumn(names.Next(), new(k, false), "[EntityKey]")).ToList();
        columns.Add(new(names.Next(), new(Kind.Instant, false), "[ValidFrom]"));
        if (hasIngest)
        {
            columns.Add(new(names.Next(), new(Kind.Instant, false), "[IngestTime]"));
        }

        List<string> constructs = [hasIngest ? "join.bitemporal" : "join.notbitemporal", $"join.key.{string.Join('.', keys)}"];
        if (random.Chance(0.4))
        {
            columns.Add(new(names.Next(), new(Kind.Instant, random.Chance(0.8)), "[ValidTo]"));
            constructs.Add("join.validto");
        }

        if (random.Chance(0.4))
        {
            columns.Add(new(names.Next(), new(Kind.Bool, false), "[Tombstone]"));
            constructs.Add("join.tombstone");
        }

        columns.AddRange(FuzzType.Scalars.Select(kind => Plain(names, new(kind, random.Chance(0.4)))));
        return Source(row, isEvent: false, columns, constructs);
    }

    private FuzzColumn Plain(Names names, FuzzType type)
    {
        var name = names.Next();
        return new(name, type, random.Chance(0.08) ? $"[Column(\"{name.ToLowerInvariant()}_stored\")]" : "");
    }

    private FuzzSource Source(string row, bool isEvent, List<FuzzColumn> columns, List<string> constructs)
    {
        // Roles first, the rest in any order: declared order decides ties.
        var plain = columns.Where(c => c.IsPlain).ToArray();
        random.Shuffle(plain);
        return new(row, $"{row.ToLowerInvariant()}_{batch}", isEvent, [.. columns.Where(c => !c.IsPlain), .. plain], constructs);
    }
}

/// <summary>Gives out names, each once.</summary>
public sealed class Names(Random random, IReadOnlyList<string> names)
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Next()
    {
        for (var i = 0; ; i++)
        {
            var name = random.Pick(names) + (i > 3 ? taken.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
            if (taken.Add(name))
            {
                return name;
            }
        }
    }
}
