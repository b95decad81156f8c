using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.DuckDb.Tests;

public sealed class SchemaTests
{
    private static readonly SourceSchema Stored = TradeSource.Versioned.Schema;

    public static TheoryData<string> Differences => ["amount", "order", "missing", "added", "role", "outcome", "nullable", "member", "value"];

    [DuckDbTheory]
    [MemberData(nameof(Differences))]
    public async Task AnotherSchemaThanStored_IsAnErrorThatNamesTheDifference(string difference)
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(TradeSource.Versioned, new Trade("a", 1, 2, 3, Level.Mid, null));
        var (columns, words) = Changed(difference);
        var changed = Stored with { Columns = columns.ToEquatableArray() };

        var onRead = await Should.ThrowAsync<OfflineEngineException>(async () => await lake.RowsAsync("SELECT 1 FROM versioned", changed));
        var onIngest = await Should.ThrowAsync<OfflineEngineException>(
            async () => await lake.IngestAsync(new TradeSource(changed), new Trade("a", 1, 2, 3, Level.Mid, null)));

        onRead.Message.ShouldContain(words);
        onIngest.Message.ShouldContain(words);
        onRead.Message.ShouldContain("'versioned'");
    }

    [DuckDbFact]
    public async Task ANewEnumMember_AndNewlyAllowedNulls_AreNoDifference()
    {
        await using var lake = new ScratchLake();
        var strict = Stored.Columns.Select(c => c.Name == "amount" ? c with { Type = c.Type.NonNullable } : c).ToEquatableArray();
        await lake.IngestAsync(new TradeSource(Stored with { Columns = strict }), new Trade("a", 1, 2, 3, Level.Mid, null));
        var wider = new EnumType("Level", TestTypes.Level.Members.Append(new("Top", 9)).ToEquatableArray());
        var widened = Stored.Columns.Select(c => c.Name == "level" ? c with { Type = c.Type with { Enum = wider } } : c).ToEquatableArray();

        await lake.IngestAsync(new TradeSource(Stored with { Columns = widened }), new Trade("b", 1, 2, null, Level.Mid, null));

        (await lake.RowsAsync("SELECT count(*) FROM versioned", Stored with { Columns = widened })).ShouldBe(["2"]);
    }

    [DuckDbFact]
    public async Task Watermark_IsTheGreatestIngestTimeEverSeen_OfDuplicatesToo()
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(TradeSource.Timed, new Trade("a", 99, 5, 1, null, null));
        Watermark(lake, "timed").ShouldBe(5);
        await lake.IngestAsync(TradeSource.Timed, new Trade("a", 99, 8, 1, null, null));
        Watermark(lake, "timed").ShouldBe(8);
        await lake.IngestAsync(TradeSource.Timed, new Trade("b", 99, 3, 1, null, null));
        Watermark(lake, "timed").ShouldBe(8);
    }

    [DuckDbFact]
    public async Task ANewerFormat_IsRefused()
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(TradeSource.Timed, new Trade("a", 1, 5, 1, null, null));
        var path = Path.Combine(lake.LakeFolder, "timed", "manifest.json");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal));

        (await Should.ThrowAsync<OfflineEngineException>(async () => await lake.RowsAsync("SELECT 1 FROM timed", TradeSource.Timed.Schema)))
            .Message.ShouldContain("has format 2");
    }

    [DuckDbFact]
    public async Task ASourceName_ThatCannotBeAFolder_IsRefused()
    {
        await using var lake = new ScratchLake();
        foreach (var name in new[] { "../outside", "", "a b", "spine" })
        {
            await Should.ThrowAsync<OfflineEngineException>(async () => await lake.RowsAsync("SELECT 1", Stored with { Name = name }));
        }
    }

    [DuckDbFact]
    public async Task ReservedWordsAndOddNames_AreQuoted()
    {
        await using var lake = new ScratchLake();
        var odd = new SourceSchema("order", SourceKind.Event, "Trade", EquatableArray.Of(
            Stored.Columns.Select((c, i) => c with { Name = new[] { "select", "at", "Known \"It\"", "group", "ünï", "_x1" }[i] }).ToArray()));

        await lake.IngestAsync(new TradeSource(odd), new Trade("a", 1, 5, 1, Level.Zeta, null), new Trade("a", 1, 4, 2, null, null));

        (await lake.RowsAsync("SELECT \"select\", \"group\", hour(\"Known \"\"It\"\"\") FROM \"order\"", odd)).ShouldBe(["a,2,4"]);
        (await lake.RowsAsync("SELECT count(*) FROM order__quarantine", odd)).ShouldBe(["1"]);
    }

    private static (IEnumerable<SourceColumn> Columns, string Words) Changed(string difference) => difference switch
    {
        "amount" => (Edit("amount", c => c with { Type = new(ScalarKind.Int64, true) }), "column 'amount' is stored as Int32 and declared as Int64"),
        "order" => (Stored.Columns.Reverse(), "'id' is stored where 'settled' is declared"),
        "missing" => (Stored.Columns.SkipLast(1), "column 'settled' is stored and not declared"),
        "added" => (Stored.Columns.Append(TestTypes.Nullable("Extra", ScalarKind.Int32)), "column 'extra' is declared and not stored"),
        "role" => (Edit("known", c => c with { Role = ColumnRole.Value }), "column 'known' is stored as IngestTime and declared as Value"),
        "outcome" => (Edit("settled", c => c with { IsKnownAfterOutcome = false }), "known after the outcome"),
        "nullable" => (Edit("amount", c => c with { Type = c.Type.NonNullable }), "column 'amount' may hold nulls as stored"),
        "member" => (Edit("level", c => c with { Type = c.Type with { Enum = Members(("Zeta", 1), ("Alpha", 2)) } }), "has no member 'Mid' any more"),
        _ => (Edit("level", c => c with { Type = c.Type with { Enum = Members(("Alpha", 1), ("Zeta", 2), ("Mid", 7)) } }), "was 1 and is 2"),
    };

    private static IEnumerable<SourceColumn> Edit(string column, Func<SourceColumn, SourceColumn> edit) =>
        Stored.Columns.Select(c => c.Name == column ? edit(c) : c);

    private static EnumType Members(params (string Name, long Value)[] members) =>
        new("Level", members.Select(m => new EnumMember(m.Name, m.Value)).ToEquatableArray());

    private static int Watermark(ScratchLake lake, string source)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllText(Path.Combine(lake.LakeFolder, source, "manifest.json")));
        return Instant.ToDateTime(json.RootElement.GetProperty("ingest_watermark").GetInt64()).Hour;
    }
}
