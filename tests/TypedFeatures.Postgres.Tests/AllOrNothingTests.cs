using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Tests;

public sealed class AllOrNothingTests
{
    private static readonly EverythingSource Source = new();
    private static readonly DateTime At = ScratchStore.Time("2024-01-01");

    [PostgresFact]
    public async Task ABadRow_NamesItsPositionAndField_AndNothingIsStored()
    {
        await using var store = await ScratchStore.OpenAsync();
        await store.IngestAsync(Source, new Everything("stored", At));
        var rows = Enumerable.Range(0, 5000).Select(i => new Everything($"row {i}", At) { Double = i == 4321 ? double.NaN : i }).ToArray();

        var refusal = await Should.ThrowAsync<IngestException>(async () => await store.IngestAsync(Source, rows));

        refusal.Position.ShouldBe(4321);
        refusal.Field.ShouldBe("Double");
        (await CountAsync(store.Engine)).ShouldBe("1");
    }

    [PostgresFact]
    public async Task ANullIngestTime_IsRefused()
    {
        await using var store = await ScratchStore.OpenAsync();

        var refusal = await Should.ThrowAsync<IngestException>(async () => await store.IngestAsync(TradeSource.Timed, new Trade("a", 1, null, 1, null, null)));

        refusal.Field.ShouldBe("Known");
        refusal.Message.ShouldContain("which every row needs");
    }

    [PostgresFact]
    public async Task Cancellation_StoresNothing_AndTheSourceCanBeIngestedAgain()
    {
        await using var store = await ScratchStore.OpenAsync();
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () => await store.Engine.IngestAsync(Source, Endless(cancellation), cancellation.Token));

        (await CountAsync(store.Engine)).ShouldBe("0");
        (await store.IngestAsync(Source, new Everything("a", At))).Added.ShouldBe(1);
    }

    [PostgresFact]
    public async Task AFailingSequence_StoresNothing()
    {
        await using var store = await ScratchStore.OpenAsync();

        await Should.ThrowAsync<FormatException>(async () => await store.Engine.IngestAsync(Source, Failing()));

        (await CountAsync(store.Engine)).ShouldBe("0");
    }

    [PostgresFact]
    public async Task IngestionsAtTheSameTime_WaitForEachOther()
    {
        await using var store = await ScratchStore.OpenAsync();
        var other = await store.OpenAnotherAsync();

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            (i % 2 == 0 ? store.Engine : other).IngestAsync(Source, ScratchStore.Stream([new Everything("shared", At), new Everything($"own {i}", At)])).AsTask()));

        reports.Sum(r => r.Added).ShouldBe(9);
        reports.Sum(r => r.Duplicates).ShouldBe(7);
        (await CountAsync(store.Engine)).ShouldBe("9");
    }

    [PostgresFact]
    public async Task AQuery_KeepsTheSnapshotThatItBeganWith()
    {
        await using var store = await ScratchStore.OpenAsync();
        var source = TradeSource.Timed;
        await store.IngestAsync(source, [.. Enumerable.Range(0, 100_000).Select(i => new Trade($"{i}", 1, 9, 1, null, null))]);
        await using var cursor = await store.Engine.QueryAsync(new("SELECT amount FROM timed", [source.Schema]));
        (await cursor.ReadAsync()).ShouldBeTrue();

        var report = await store.IngestAsync(source, [.. Enumerable.Range(0, 100_000).Select(i => new Trade($"{i}", 1, 8, 2, null, null))]);

        report.Replaced.ShouldBe(100_000);
        report.Quarantined.ShouldBe(100_000);
        var sum = (long)cursor.GetInt32(0);
        while (await cursor.ReadAsync())
        {
            sum += cursor.GetInt32(0);
        }

        sum.ShouldBe(100_000);
        (await store.RowsAsync("SELECT sum(amount) FROM timed", source.Schema)).ShouldBe(["200000"]);
    }

    private static async Task<string> CountAsync(PostgresOfflineEngine engine) =>
        (await ScratchStore.RowsAsync(engine, new("SELECT count(*) FROM everything", [EverythingSource.Definition]))).Single();

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
