using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse.Tests;

/// <summary>Duplicates, versions and conflicts: the outcome is a function of the set of rows, whatever the order and the calls in which they arrived.</summary>
public sealed class DuplicateTests
{
    public static TheoryData<string> Sources => ["versioned", "timed", "plain"];

    [ClickHouseTheory]
    [MemberData(nameof(Sources))]
    public async Task AnyArrivalOrder_AcrossCalls_EndsInTheSameRows(string source)
    {
        // An event; a version of it; an earlier one that contradicts both; the same again, learnt earlier still.
        Trade[] rows =
        [
            new("x", 1, 5, 10, Level.Zeta, null),
            new("x", 1, 7, 10, Level.Zeta, true),
            new("x", 1, 4, 11, Level.Zeta, null),
            new("x", 1, 3, 11, Level.Zeta, false),
        ];
        // A call is a dozen requests: some orders, spread over all.
        foreach (var order in Permutations(rows).Where((_, i) => i % 5 == 0))
        {
            await using var database = await ScratchDatabase.CreateAsync();
            foreach (var row in order)
            {
                await database.IngestAsync(Of(source), row);
            }

            await ShouldHoldAsync(database, Of(source), rows, string.Join(" | ", order.Select(DuplicateOracle.Text)));
        }
    }

    [ClickHouseTheory]
    [MemberData(nameof(Sources))]
    public async Task RandomRows_InRandomCalls_EndInWhatTheOracleSays(string source)
    {
        for (var seed = 0; seed < 4; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, 40).Select(_ => RandomTrade(random, knownMayBeNull: source == "plain")).ToArray();
            await using var database = await ScratchDatabase.CreateAsync();
            var reports = new List<IngestReport>();
            for (var at = 0; at < rows.Length;)
            {
                var count = random.Next(1, 20);
                reports.Add(await database.IngestAsync(Of(source), rows[at..Math.Min(rows.Length, at + count)]));
                at += count;
            }

            await ShouldHoldAsync(database, Of(source), rows, $"seed {seed}");
            reports.Sum(r => r.Read).ShouldBe(40);
            reports.Sum(r => r.Added).ShouldBe(rows.Select(r => r.Id).Distinct().Count());
        }
    }

    [ClickHouseFact]
    public async Task Report_CountsEachRowOfTheCallOnce_WhateverTheirOrder()
    {
        Trade[] rows =
        [
            new("a", 1, 2, 1, null, null),
            new("a", 1, 2, 1, null, null), // duplicate
            new("a", 1, 3, 1, null, true), // version
            new("a", 1, 4, 2, null, null), // conflict
            new("b", 1, 2, 1, null, null),
        ];
        foreach (var order in Permutations(rows).Where((_, i) => i % 17 == 0))
        {
            await using var database = await ScratchDatabase.CreateAsync();
            (await database.IngestAsync(TradeSource.Versioned, order)).ShouldBe(new IngestReport(Read: 5, Added: 2, Duplicates: 1, Replaced: 0, Versions: 1, Quarantined: 1));
            (await database.IngestAsync(TradeSource.Versioned, order)).ShouldBe(new IngestReport(5, 0, 5, 0, 0, 0), "said again, all of it is known");
        }
    }

    [ClickHouseFact]
    public async Task AnEarlierRow_ReplacesTheStoredOne_AndAContradictionIsCounted()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(TradeSource.Timed, new Trade("a", 1, 5, 1, null, null), new Trade("b", 1, 5, 1, null, null));

        (await database.IngestAsync(TradeSource.Timed, new Trade("a", 1, 4, 1, null, null))).ShouldBe(new IngestReport(1, 0, 0, 1, 0, 0));
        (await database.IngestAsync(TradeSource.Timed, new Trade("b", 1, 4, 2, null, null))).ShouldBe(new IngestReport(1, 0, 0, 1, 0, 1));

        (await database.RowsAsync("SELECT id, amount, intDiv(known - 1704067200000000, 3600000000) FROM timed ORDER BY id", TradeSource.Timed.Schema)).ShouldBe(["a,1,4", "b,2,4"]);
        (await database.RowsAsync("SELECT id, amount, intDiv(known - 1704067200000000, 3600000000) FROM timed__quarantine", TradeSource.Timed.Schema)).ShouldBe(["b,1,5"]);
    }

    [ClickHouseFact]
    public async Task Dimension_DropsExactDuplicatesOnly()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var at = ScratchDatabase.Time("2024-01-01");
        Rate[] rows = [new(1, at, 1), new(1, at, 2), new(1, at, null), new(1, at, 1), new(2, at, null)];

        (await database.IngestAsync(new RateSource(), rows)).ShouldBe(new IngestReport(5, 4, 1, 0, 0, 0));
        (await database.IngestAsync(new RateSource(), [.. rows, new(2, at, 3)])).ShouldBe(new IngestReport(6, 1, 5, 0, 0, 0));

        (await database.RowsAsync("SELECT currency, value FROM rates ORDER BY currency NULLS FIRST, value NULLS FIRST", RateSource.Definition))
            .ShouldBe(["1,null", "1,1", "1,2", "2,null", "2,3"]);
    }

    [ClickHouseFact]
    public async Task SmallBatches_AreMerged_AndNothingIsLost()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        for (var i = 0; i < 26; i++)
        {
            await database.IngestAsync(TradeSource.Plain, new Trade($"{i:00}", i, null, i, null, null));
        }

        (await database.BatchesAsync("plain")).Count.ShouldBeGreaterThan(20, "replaced batches stay for queries that have read an older manifest");
        (await database.RowsAsync("SELECT count(), sum(amount) FROM plain", TradeSource.Plain.Schema)).ShouldBe(["26,325"]);

        var tidy = database.OpenAnother(o => o.ReplacedBatchRetention = TimeSpan.Zero);
        await tidy.IngestAsync(TradeSource.Plain, ScratchDatabase.Stream([new Trade("40", 1, null, 40, null, null)]));
        (await database.BatchesAsync("plain")).Count.ShouldBeLessThan(20);
        (await database.RowsAsync("SELECT count(), sum(amount) FROM plain", TradeSource.Plain.Schema)).ShouldBe(["27,365"]);
    }

    private static TradeSource Of(string name) => name switch
    {
        "versioned" => TradeSource.Versioned,
        "timed" => TradeSource.Timed,
        _ => TradeSource.Plain,
    };

    private static async Task ShouldHoldAsync(ScratchDatabase database, TradeSource source, IEnumerable<Trade> ingested, string because)
    {
        var expected = DuplicateOracle.Of(source.Schema, ingested);
        (await HeldAsync(database, source, "")).ShouldBe(Sorted(expected.Rows), because);
        (await HeldAsync(database, source, "__versions")).ShouldBe(Sorted(expected.Versions), because);
        (await HeldAsync(database, source, "__quarantine")).ShouldBe(Sorted(expected.Quarantine), because);
    }

    private static async Task<List<string>> HeldAsync(ScratchDatabase database, TradeSource source, string suffix)
    {
        const string Hours = "intDiv({0} - 1704067200000000, 3600000000)";
        var sql = $"SELECT id, {string.Format(null, Hours, "\"at\"")}, {string.Format(null, Hours, "known")}, amount, level, settled FROM {source.Schema.Name}{suffix}";
        return [.. (await database.RowsAsync(sql, source.Schema)).Order(StringComparer.Ordinal)];
    }

    private static List<string> Sorted(IEnumerable<Trade> rows) => [.. rows.Select(DuplicateOracle.Text).Order(StringComparer.Ordinal)];

    private static Trade RandomTrade(Random random, bool knownMayBeNull) => new(
        "id" + random.Next(6),
        random.Next(2),
        knownMayBeNull && random.Next(4) == 0 ? null : random.Next(4),
        random.Next(3) == 0 ? null : random.Next(2),
        random.Next(3) switch { 0 => null, 1 => Level.Zeta, _ => Level.Alpha },
        random.Next(3) switch { 0 => null, 1 => false, _ => true });

    private static IEnumerable<T[]> Permutations<T>(T[] items)
    {
        if (items.Length <= 1)
        {
            yield return items;
            yield break;
        }

        for (var i = 0; i < items.Length; i++)
        {
            T[] rest = [.. items[..i], .. items[(i + 1)..]];
            foreach (var tail in Permutations(rest))
            {
                yield return [items[i], .. tail];
            }
        }
    }
}
