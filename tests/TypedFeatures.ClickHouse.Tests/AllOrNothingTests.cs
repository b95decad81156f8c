using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.ClickHouse.Tests;

public sealed class AllOrNothingTests
{
    private static readonly EverythingSource Source = new();
    private static readonly DateTime At = ScratchDatabase.Time("2024-01-01");

    [ClickHouseFact]
    public async Task ABadRow_NamesItsPositionAndField_AndNothingIsStored()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(Source, new Everything("stored", At));
        var rows = Enumerable.Range(0, 5000).Select(i => new Everything($"row {i}", At) { Double = i == 4321 ? double.NaN : i }).ToArray();

        var refusal = await Should.ThrowAsync<IngestException>(async () => await database.IngestAsync(Source, rows));

        refusal.Position.ShouldBe(4321);
        refusal.Field.ShouldBe("Double");
        (await CountAsync(database)).ShouldBe("1");
        (await database.TablesAsync()).ShouldBe(["everything__data", "everything__v1"], "nothing of the failed call stays");
    }

    [ClickHouseFact]
    public async Task ANullIngestTime_IsRefused()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        var refusal = await Should.ThrowAsync<IngestException>(async () => await database.IngestAsync(TradeSource.Timed, new Trade("a", 1, null, 1, null, null)));

        refusal.Field.ShouldBe("Known");
        refusal.Message.ShouldContain("which every row needs");
    }

    [ClickHouseFact]
    public async Task Cancellation_StoresNothing_AndTheSourceCanBeIngestedAgain()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        using var cancellation = new CancellationTokenSource();

        await Should.ThrowAsync<OperationCanceledException>(async () => await database.Engine.IngestAsync(Source, Endless(cancellation), cancellation.Token));

        (await CountAsync(database)).ShouldBe("0");
        (await database.IngestAsync(Source, new Everything("a", At))).Added.ShouldBe(1);
        (await CountAsync(database)).ShouldBe("1");
    }

    [ClickHouseFact]
    public async Task AFailingSequence_StoresNothing()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        await Should.ThrowAsync<FormatException>(async () => await database.Engine.IngestAsync(Source, Failing()));

        (await CountAsync(database)).ShouldBe("0");
    }

    [ClickHouseFact]
    public async Task ACallWithoutRows_ChangesNothing()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        (await database.IngestAsync(Source)).ShouldBe(new IngestReport(0, 0, 0, 0, 0, 0));

        (await CountAsync(database)).ShouldBe("0");
    }

    [ClickHouseFact]
    public async Task LeftoversOfACrash_AreNeverRead_AndSweptOnceTheyAreOld()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(Source, new Everything("a", At));
        await ExecuteAsync(database, $"INSERT INTO {database.Name}.everything__data (\"$batch\", id, at) VALUES ('rows-leftover', 'b', 0)");
        await ExecuteAsync(database, $"CREATE TABLE {database.Name}.everything__work_staged_leftover (a Int32) ENGINE = MergeTree ORDER BY a");
        (await CountAsync(database)).ShouldBe("1");

        await database.IngestAsync(Source, new Everything("c", At));
        (await database.BatchesAsync("everything")).ShouldContain("rows-leftover", "it may belong to an ingestion that is under way");

        var tidy = database.OpenAnother(o => o.ReplacedBatchRetention = TimeSpan.Zero);
        await tidy.IngestAsync(Source, ScratchDatabase.Stream([new Everything("d", At)]));

        (await CountAsync(database)).ShouldBe("3");
        (await database.BatchesAsync("everything")).ShouldNotContain("rows-leftover");
        (await database.TablesAsync()).ShouldBe(["everything__data", "everything__v3"]);
    }

    [ClickHouseFact]
    public async Task AnotherProcessThatCommitsFirst_IsAnErrorThatSaysSo_AndItsRowsStay()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(Source, new Everything("a", At));

        // What another process does between our first request and our commit: it makes the next manifest.
        async IAsyncEnumerable<Everything> Overtaken([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return new("b", At);
            await CopyManifestAsync(database, from: 1, to: 2);
        }

        var error = await Should.ThrowAsync<OfflineEngineException>(async () => await database.Engine.IngestAsync(Source, Overtaken()));

        error.Message.ShouldContain("Another process has ingested into 'everything'");
        (await CountAsync(database)).ShouldBe("1");
        (await database.BatchesAsync("everything")).Count.ShouldBe(1, "the batch of the loser is gone");
        (await database.IngestAsync(Source, new Everything("b", At))).Added.ShouldBe(1);
    }

    [ClickHouseFact]
    public async Task AnOldManifestThatWasRemoved_GivesNobodyItsNumberBack()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(Source, new Everything("a", At));

        async IAsyncEnumerable<Everything> Asleep([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            yield return new("b", At);
            await CopyManifestAsync(database, from: 1, to: 3);
        }

        // Version 2 was committed and removed while this one slept: 2 is free, 3 is there.
        await Should.ThrowAsync<OfflineEngineException>(async () => await database.Engine.IngestAsync(Source, Asleep()));

        (await CountAsync(database)).ShouldBe("1");
        (await database.TablesAsync()).ShouldNotContain("everything__v2");
    }

    [ClickHouseFact]
    public async Task IngestionsOfOneProcess_WaitForEachOther()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var other = database.OpenAnother();

        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            (i % 2 == 0 ? database.Engine : other).IngestAsync(Source, ScratchDatabase.Stream([new Everything("shared", At), new Everything($"own {i}", At)])).AsTask()));

        reports.Sum(r => r.Added).ShouldBe(7);
        reports.Sum(r => r.Duplicates).ShouldBe(5);
        (await CountAsync(database)).ShouldBe("7");
    }

    private static async Task<string> CountAsync(ScratchDatabase database) =>
        (await database.RowsAsync("SELECT count() FROM everything", EverythingSource.Definition)).Single();

    private static async Task ExecuteAsync(ScratchDatabase database, string sql)
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsync((await ClickHouseServer.Shared).Uri, new StringContent(sql));
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }

    private static async Task CopyManifestAsync(ScratchDatabase database, int from, int to)
    {
        var comment = (await database.RowsAsync($"SELECT comment FROM system.tables WHERE database = '{database.Name}' AND name = 'everything__v{from}'")).Single();
        await ExecuteAsync(
            database,
            $"CREATE VIEW {database.Name}.everything__v{to} AS SELECT id FROM {database.Name}.everything__data WHERE false COMMENT '{comment.Replace("\\", "\\\\", StringComparison.Ordinal)}'");
    }

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
