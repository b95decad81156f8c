using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Tests;

public sealed class SchemaTests
{
    private static readonly SourceSchema Stored = TradeSource.Versioned.Schema;

    public static TheoryData<string> Differences => ["amount", "missing", "added", "role", "outcome", "nullable"];

    [ClickHouseTheory]
    [MemberData(nameof(Differences))]
    public async Task AnotherSchemaThanStored_IsAnErrorThatNamesTheDifference(string difference)
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(TradeSource.Versioned, new Trade("a", 1, 2, 3, Level.Mid, null));
        var (columns, words) = Changed(difference);
        var changed = Stored with { Columns = columns.ToEquatableArray() };

        var onRead = await Should.ThrowAsync<OfflineEngineException>(async () => await database.RowsAsync("SELECT 1 FROM versioned", changed));
        var onIngest = await Should.ThrowAsync<OfflineEngineException>(
            async () => await database.IngestAsync(new TradeSource(changed), new Trade("a", 1, 2, 3, Level.Mid, null)));

        onRead.Message.ShouldContain(words);
        onIngest.Message.ShouldContain(words);
        onRead.Message.ShouldContain("'versioned'");
    }

    [ClickHouseFact]
    public async Task ANewEnumMember_IsNoDifference()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(TradeSource.Versioned, new Trade("a", 1, 2, 3, Level.Mid, null));
        var wider = new EnumType("Level", TestTypes.Level.Members.Append(new("Top", 9)).ToEquatableArray());
        var widened = Stored with { Columns = Edit("level", c => c with { Type = c.Type with { Enum = wider } }).ToEquatableArray() };

        await database.IngestAsync(new TradeSource(widened), new Trade("b", 1, 2, null, Level.Mid, null));

        (await database.RowsAsync("SELECT count() FROM versioned", widened)).ShouldBe(["2"]);
    }

    [ClickHouseFact]
    public async Task Watermark_IsTheGreatestIngestTimeEverSeen_OfDuplicatesToo()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        (await WatermarkAsync(database)).ShouldBeNull();
        await database.IngestAsync(TradeSource.Timed, new Trade("a", 99, 5, 1, null, null));
        (await WatermarkAsync(database)).ShouldBe(5);
        await database.IngestAsync(TradeSource.Timed, new Trade("a", 99, 8, 1, null, null));
        (await WatermarkAsync(database)).ShouldBe(8);
        await database.IngestAsync(TradeSource.Timed, new Trade("b", 99, 3, 1, null, null));
        (await WatermarkAsync(database)).ShouldBe(8);
    }

    [ClickHouseFact]
    public async Task ReservedWordsAndOddNames_AreQuoted()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var odd = new SourceSchema("format", SourceKind.Event, "Trade", EquatableArray.Of(
            Stored.Columns.Select((c, i) => c with { Name = new[] { "select", "at", "Known \"It\" \\", "final", "ünï", "_x1" }[i] }).ToArray()));

        await database.IngestAsync(new TradeSource(odd), new Trade("a", 1, 5, 1, Level.Zeta, null), new Trade("a", 1, 4, 2, null, null));

        (await database.RowsAsync("SELECT \"select\", \"final\", intDiv(\"Known \"\"It\"\" \\\\\" - 1704067200000000, 3600000000) FROM \"format\"", odd)).ShouldBe(["a,2,4"]);
        (await database.RowsAsync("SELECT count() FROM format__quarantine", odd)).ShouldBe(["1"]);
    }

    private static (IEnumerable<SourceColumn> Columns, string Words) Changed(string difference) => difference switch
    {
        "amount" => (Edit("amount", c => c with { Type = new(ScalarKind.Int64, true) }), "was 'amount Int32?' and is 'amount Int64?'"),
        "missing" => (Stored.Columns.SkipLast(1), "and is missing"),
        "added" => (Stored.Columns.Append(TestTypes.Nullable("Extra", ScalarKind.Int32)), "was missing and is 'extra Int32?'"),
        "role" => (Edit("known", c => c with { Role = ColumnRole.Value }), "'known DateTime? IngestTime'"),
        "outcome" => (Edit("settled", c => c with { IsKnownAfterOutcome = false }), "KnownAfterOutcome"),
        _ => (Edit("amount", c => c with { Type = c.Type.NonNullable }), "was 'amount Int32?' and is 'amount Int32'"),
    };

    private static IEnumerable<SourceColumn> Edit(string column, Func<SourceColumn, SourceColumn> edit) =>
        Stored.Columns.Select(c => c.Name == column ? edit(c) : c);

    private static async Task<int?> WatermarkAsync(ScratchDatabase database) =>
        await database.Engine.GetIngestWatermarkAsync(TradeSource.Timed.Schema) is { } microseconds ? Instant.ToDateTime(microseconds).Hour : null;
}
