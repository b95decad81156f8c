using TypedFeatures.Offline;

namespace TypedFeatures.Postgres.Tests;

/// <summary>Duplicates, versions and conflicts: the outcome is a function of the set of rows, whatever the order and the calls in which they arrived.</summary>
public sealed class DuplicateTests
{
    public static TheoryData<string> Sources => ["versioned", "timed", "plain"];

    [PostgresTheory]
    [MemberData(nameof(Sources))]
    public async Task EveryArrivalOrder_AcrossCalls_EndsInTheSameStore(string source)
    {
        // An event; a version of it; an earlier one that contradicts both; the same again, learnt earlier still.
        Trade[] rows =
        [
            new("x", 1, 5, 10, Level.Zeta, null),
            new("x", 1, 7, 10, Level.Zeta, true),
            new("x", 1, 4, 11, Level.Zeta, null),
            new("x", 1, 3, 11, Level.Zeta, false),
        ];
        await using var store = await ScratchStore.OpenAsync();
        foreach (var (n, order) in Permutations(rows).Index())
        {
            foreach (var row in order)
            {
                await store.IngestAsync(Of(source, n), row);
            }

            await ShouldHoldAsync(store, Of(source, n), rows, string.Join(" | ", order.Select(DuplicateOracle.Text)));
        }
    }

    [PostgresTheory]
    [MemberData(nameof(Sources))]
    public async Task RandomRows_InRandomCalls_EndInWhatTheOracleSays(string source)
    {
        await using var store = await ScratchStore.OpenAsync();
        for (var seed = 0; seed < 25; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, 40).Select(_ => RandomTrade(random, knownMayBeNull: source == "plain")).ToArray();
            var reports = new List<IngestReport>();
            for (var at = 0; at < rows.Length;)
            {
                var count = random.Next(1, 20);
                reports.Add(await store.IngestAsync(Of(source, seed), rows[at..Math.Min(rows.Length, at + count)]));
                at += count;
            }

            await ShouldHoldAsync(store, Of(source, seed), rows, $"seed {seed}");
            reports.Sum(r => r.Read).ShouldBe(40);
            reports.Sum(r => r.Added).ShouldBe(rows.Select(r => r.Id).Distinct().Count());
        }
    }

    [PostgresFact]
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
        await using var store = await ScratchStore.OpenAsync();
        foreach (var (n, order) in Permutations(rows).Index())
        {
            var source = Of("versioned", n);
            (await store.IngestAsync(source, order)).ShouldBe(new IngestReport(Read: 5, Added: 2, Duplicates: 1, Replaced: 0, Versions: 1, Quarantined: 1));
            (await store.IngestAsync(source, order)).ShouldBe(new IngestReport(5, 0, 5, 0, 0, 0), "said again, all of it is known");
        }
    }

    [PostgresFact]
    public async Task AnEarlierRow_ReplacesTheStoredOne_AndAContradictionIsCounted()
    {
        await using var store = await ScratchStore.OpenAsync();
        await store.IngestAsync(TradeSource.Timed, new Trade("a", 1, 5, 1, null, null), new Trade("b", 1, 5, 1, null, null));

        (await store.IngestAsync(TradeSource.Timed, new Trade("a", 1, 4, 1, null, null))).ShouldBe(new IngestReport(1, 0, 0, 1, 0, 0));
        (await store.IngestAsync(TradeSource.Timed, new Trade("b", 1, 4, 2, null, null))).ShouldBe(new IngestReport(1, 0, 0, 1, 0, 1));

        (await store.RowsAsync("SELECT id, amount, extract(hour FROM known)::integer FROM timed ORDER BY id", TradeSource.Timed.Schema)).ShouldBe(["a,1,4", "b,2,4"]);
        (await store.RowsAsync("SELECT id, amount, extract(hour FROM known)::integer FROM timed__quarantine", TradeSource.Timed.Schema)).ShouldBe(["b,1,5"]);
    }

    [PostgresFact]
    public async Task Dimension_DropsExactDuplicatesOnly()
    {
        await using var store = await ScratchStore.OpenAsync();
        var at = ScratchStore.Time("2024-01-01");
        Rate[] rows = [new(1, at, 1), new(1, at, 2), new(1, at, null), new(1, at, 1), new(2, at, null)];

        (await store.IngestAsync(new RateSource(), rows)).ShouldBe(new IngestReport(5, 4, 1, 0, 0, 0));
        (await store.IngestAsync(new RateSource(), [.. rows, new(2, at, 3)])).ShouldBe(new IngestReport(6, 1, 5, 0, 0, 0));

        (await store.RowsAsync("SELECT currency, value FROM rates ORDER BY currency, value NULLS FIRST", RateSource.Definition))
            .ShouldBe(["1,null", "1,1", "1,2", "2,null", "2,3"]);
    }

    /// <summary>A source of its own in a store of many, as a store costs more to make than a source.</summary>
    private static TradeSource Of(string name, int number)
    {
        var like = name switch
        {
            "versioned" => TradeSource.Versioned,
            "timed" => TradeSource.Timed,
            _ => TradeSource.Plain,
        };
        return new(like.Schema with { Name = $"{name}{number}" });
    }

    private static async Task ShouldHoldAsync(ScratchStore store, TradeSource source, IEnumerable<Trade> ingested, string because)
    {
        var expected = DuplicateOracle.Of(source.Schema, ingested);
        (await HeldAsync(store, source, "")).ShouldBe(Sorted(expected.Rows), because);
        (source.Schema.HasVersions ? await HeldAsync(store, source, "__versions") : []).ShouldBe(Sorted(expected.Versions), because);
        (await HeldAsync(store, source, "__quarantine")).ShouldBe(Sorted(expected.Quarantine), because);
    }

    private static async Task<List<string>> HeldAsync(ScratchStore store, TradeSource source, string suffix)
    {
        const string Hours = "(extract(epoch FROM {0} - TIMESTAMP '2024-01-01') / 3600)::integer";
        var sql = $"SELECT id, {string.Format(null, Hours, "\"at\"")} AS h, {string.Format(null, Hours, "known")} AS k, amount, level, settled FROM {source.Schema.Name}{suffix}";
        return [.. (await store.RowsAsync(sql, source.Schema)).Order(StringComparer.Ordinal)];
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
