using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Tests;

public sealed class AllOrNothingTests
{
    private static readonly EverythingSource Source = new();
    private static readonly DateTime At = ScratchLake.Time("2024-01-01");

    [DuckDbFact]
    public async Task ABadRow_NamesItsPositionAndField_AndNothingIsStored()
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(Source, new Everything("stored", At));
        var before = lake.FilesOf("everything");
        var rows = Enumerable.Range(0, 5000).Select(i => new Everything($"row {i}", At) { Double = i == 4321 ? double.NaN : i }).ToArray();

        var refusal = await Should.ThrowAsync<IngestException>(async () => await lake.IngestAsync(Source, rows));

        refusal.Position.ShouldBe(4321);
        refusal.Field.ShouldBe("Double");
        lake.FilesOf("everything").ShouldBe(before);
        (await CountAsync(lake.Engine)).ShouldBe("1");
    }

    [DuckDbFact]
    public async Task ANullIngestTime_IsRefused()
    {
        await using var lake = new ScratchLake();

        var refusal = await Should.ThrowAsync<IngestException>(async () => await lake.IngestAsync(TradeSource.Timed, new Trade("a", 1, null, 1, null, null)));

        refusal.Field.ShouldBe("Known");
        refusal.Message.ShouldContain("which every row needs");
    }

    [DuckDbFact]
    public async Task Cancellation_StoresNothing_AndTheSourceCanBeIngestedAgain()
    {
        await using var lake = new ScratchLake();
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () => await lake.Engine.IngestAsync(Source, Endless(cancellation), cancellation.Token));

        (await CountAsync(lake.Engine)).ShouldBe("0");
        lake.FilesOf("everything").ShouldBe(["write.lock"]);
        (await lake.IngestAsync(Source, new Everything("a", At))).Added.ShouldBe(1);
    }

    [DuckDbFact]
    public async Task AFailingSequence_StoresNothing()
    {
        await using var lake = new ScratchLake();

        await Should.ThrowAsync<FormatException>(async () => await lake.Engine.IngestAsync(Source, Failing()));

        (await CountAsync(lake.Engine)).ShouldBe("0");
    }

    [DuckDbFact]
    public async Task LeftoversOfACrash_AreNeverRead_AndSweptAtTheNextIngestion()
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(Source, new Everything("a", At));
        var folder = Path.Combine(lake.LakeFolder, "everything");
        var part = lake.FilesOf("everything").Single(f => f.EndsWith(".parquet", StringComparison.Ordinal));
        File.Copy(Path.Combine(folder, part), Path.Combine(folder, "rows-leftover.parquet"));
        await File.WriteAllTextAsync(Path.Combine(folder, "manifest.json.tmp"), "{ half");
        (await CountAsync(lake.Engine)).ShouldBe("1");

        await lake.IngestAsync(Source, new Everything("b", At));

        (await CountAsync(lake.Engine)).ShouldBe("2");
        lake.FilesOf("everything").ShouldNotContain("rows-leftover.parquet");
        lake.FilesOf("everything").ShouldNotContain("manifest.json.tmp");
    }

    [DuckDbFact]
    public async Task AnotherProcessIngesting_IsAnErrorThatSaysSo()
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(Source, new Everything("a", At));
        using (new FileStream(Path.Combine(lake.LakeFolder, "everything", "write.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            var error = await Should.ThrowAsync<OfflineEngineException>(async () => await lake.IngestAsync(Source, new Everything("b", At)));
            error.Message.ShouldContain("Another process is ingesting");
        }

        (await lake.IngestAsync(Source, new Everything("b", At))).Added.ShouldBe(1);
    }

    [DuckDbFact]
    public async Task IngestionsOfOneProcess_WaitForEachOther()
    {
        await using var lake = new ScratchLake();
        var other = lake.OpenAnother();

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? lake.Engine : other).IngestAsync(Source, ScratchLake.Stream([new Everything("shared", At), new Everything($"own {i}", At)])).AsTask()));

        reports.Sum(r => r.Added).ShouldBe(9);
        reports.Sum(r => r.Duplicates).ShouldBe(7);
        (await CountAsync(lake.Engine)).ShouldBe("9");
    }

    [DuckDbFact]
    public async Task AQuery_KeepsTheSnapshotThatItBeganWith_WhilePartsAreReplaced()
    {
        await using var lake = new ScratchLake();
        var tidy = lake.OpenAnother(o => o.ReplacedPartRetention = TimeSpan.Zero);
        var source = TradeSource.Timed;
        await tidy.IngestAsync(source, ScratchLake.Stream(Enumerable.Range(0, 100_000).Select(i => new Trade($"{i}", 1, 9, 1, null, null))));
        await using var cursor = await lake.Engine.QueryAsync(new("SELECT amount FROM timed", [source.Schema]));
        (await cursor.ReadAsync()).ShouldBeTrue();

        // Every row is replaced, so the part that the cursor reads is; and again, so that the first replaced part would be swept.
        await tidy.IngestAsync(source, ScratchLake.Stream(Enumerable.Range(0, 100_000).Select(i => new Trade($"{i}", 1, 8, 2, null, null))));
        await tidy.IngestAsync(source, ScratchLake.Stream([new Trade("0", 1, 7, 3, null, null)]));

        var sum = (long)cursor.GetInt32(0);
        while (await cursor.ReadAsync())
        {
            sum += cursor.GetInt32(0);
        }

        sum.ShouldBe(100_000);
        (await lake.RowsAsync("SELECT sum(amount) FROM timed", source.Schema)).ShouldBe(["200001"]);
    }

    private static async Task<string> CountAsync(DuckDbOfflineEngine engine) =>
        (await ScratchLake.RowsAsync(engine, new("SELECT count(*) FROM everything", [EverythingSource.Definition]))).Single();

    private static async IAsyncEnumerable<Everything> Endless(
        CancellationTokenSource cancellation, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; ; i++)
        {
            yield return new($"row {i}", At);
            if (i == 300_000)
            {
                await cancellation.CancelAsync();
            }
        }
    }

    private static async IAsyncEnumerable<Everything> Failing()
    {
        await Task.Yield();
        yield return new("a", At);
        throw new FormatException("the caller's own");
    }
}
