using System.Diagnostics;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb.Tests;

public sealed class QueryTests
{
    private static readonly SourceSchema Trades = TradeSource.Timed.Schema;

    [DuckDbFact]
    public async Task ASourceWithoutRows_IsAnEmptyRelationOfItsTypes()
    {
        await using var lake = new ScratchLake();

        (await lake.RowsAsync("SELECT count(*), typeof(max(known)), typeof(max(level)) FROM (FROM timed UNION ALL FROM timed__versions UNION ALL FROM timed__quarantine)", Trades))
            .ShouldBe(["0,TIMESTAMP,VARCHAR"]);
        (await lake.RowsAsync("SELECT * FROM rates", RateSource.Definition)).ShouldBeEmpty();
    }

    [DuckDbFact]
    public async Task SpineAndAsOf_ReachTheStatement()
    {
        await using var lake = new ScratchLake();
        await lake.IngestAsync(TradeSource.Timed, new Trade("a", 1, 1, 10, null, null), new Trade("a", 5, 5, 20, null, null) with { Id = "b" });
        var query = new EngineQuery(
            "SELECT s.ordinal, s.key, s.as_of, $as_of, (SELECT sum(amount) FROM timed t WHERE t.\"at\" <= s.as_of AND t.id = s.key) FROM spine s ORDER BY ordinal", [Trades])
        {
            AsOf = Instant.FromDateTime(ScratchLake.Time("2024-01-02T03:04:05.000006")),
            Spine = Spine(["a", "b", null]),
        };
        await using var cursor = await lake.Engine.QueryAsync(query);

        var rows = new List<(long, string?, DateTime, DateTime, long?)>();
        while (await cursor.ReadAsync())
        {
            rows.Add((cursor.GetInt64(0), cursor.IsNull(1) ? null : cursor.GetString(1), cursor.GetDateTime(2), cursor.GetDateTime(3), cursor.IsNull(4) ? null : cursor.GetInt64(4)));
        }

        var asOf = ScratchLake.Time("2024-01-02T03:04:05.000006");
        rows.ShouldBe(
        [
            (0, "a", ScratchLake.Time("2024-01-01T01:00"), asOf, 10L),
            (1, "b", ScratchLake.Time("2024-01-01T02:00"), asOf, null),
            (2, null, ScratchLake.Time("2024-01-01T03:00"), asOf, null),
        ]);
    }

    [DuckDbFact]
    public async Task QueriesAtTheSameTime_HaveTheirOwnSpines()
    {
        await using var lake = new ScratchLake();

        var sums = await Task.WhenAll(Enumerable.Range(1, 8).Select(async n =>
        {
            var rows = await ScratchLake.RowsAsync(lake.Engine, new("SELECT count(*), max(key) FROM spine", []) { Spine = Spine([.. Enumerable.Repeat($"k{n}", n * 1000)]) });
            return rows.Single();
        }));

        sums.ShouldBe(Enumerable.Range(1, 8).Select(n => $"{n * 1000},k{n}"));
    }

    [DuckDbFact]
    public async Task AnError_HasTheEnginesWords_AndTheStatementsFirstLine()
    {
        await using var lake = new ScratchLake();

        var planning = await Should.ThrowAsync<OfflineEngineException>(async () => await lake.Engine.QueryAsync(new("\nSELECT nothing_here -- training\nFROM timed", [Trades])));
        planning.Message.ShouldContain("nothing_here");
        planning.Message.ShouldEndWith("In the statement: SELECT nothing_here -- training");

        var running = await Should.ThrowAsync<OfflineEngineException>(async () =>
        {
            await using var cursor = await lake.Engine.QueryAsync(new("SELECT 9223372036854775807 + range\nFROM range(10)", []));
            while (await cursor.ReadAsync())
            {
            }
        });
        running.Message.ShouldContain("Overflow in addition");
        running.Message.ShouldEndWith("In the statement: SELECT 9223372036854775807 + range");
    }

    [DuckDbFact]
    public async Task AnAsOfThatTheStatementDoesNotTake_IsAnError()
    {
        await using var lake = new ScratchLake();

        (await Should.ThrowAsync<OfflineEngineException>(async () => await lake.Engine.QueryAsync(new("SELECT 1", []) { AsOf = 0 }))).Message.ShouldContain("$as_of");
    }

    [DuckDbFact]
    public async Task Cancellation_InterruptsARunningQuery()
    {
        await using var lake = new ScratchLake();
        var clock = Stopwatch.StartNew();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await using var cursor = await lake.Engine.QueryAsync(
                new("SELECT max(hash(a.range, b.range)) FROM range(10000000) a, range(10000000) b", []), cancellation.Token);
            await cursor.ReadAsync(cancellation.Token);
        });

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "the query would take days");
    }

    [DuckDbFact]
    public async Task DisposingEarly_StopsTheQuery()
    {
        await using var lake = new ScratchLake();
        var clock = Stopwatch.StartNew();
        await using (var cursor = await lake.Engine.QueryAsync(new("SELECT a.range FROM range(10000000) a, range(10000000) b", [])))
        {
            (await cursor.ReadAsync()).ShouldBeTrue();
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "reading all would take days");
    }

    [DuckDbFact]
    public async Task Setup_RunsOncePerStatement_AndAgainIfItFailed()
    {
        await using var lake = new ScratchLake();
        var setup = new EngineQuery("SELECT twice(21)", []) { Setup = EquatableArray.Of("CREATE MACRO twice(x) AS x * 2") };

        (await ScratchLake.RowsAsync(lake.Engine, setup)).ShouldBe(["42"]);
        (await ScratchLake.RowsAsync(lake.Engine, setup)).ShouldBe(["42"], "CREATE MACRO would fail a second time");
        for (var i = 0; i < 2; i++)
        {
            await Should.ThrowAsync<OfflineEngineException>(async () => await lake.Engine.QueryAsync(setup with { Setup = EquatableArray.Of("CREATE MACRO wrong") }));
        }
    }

    [DuckDbFact]
    public async Task ARefusedSpineRow_NamesItsPositionAndField()
    {
        await using var lake = new ScratchLake();

        (await Should.ThrowAsync<ArgumentException>(async () => await lake.Engine.QueryAsync(new("FROM spine", []) { Spine = Spine(["a", "\0"]) })))
            .Message.ShouldStartWith("Row 1 of the spine: Key: ");
    }

    [DuckDbFact]
    public async Task UseDuckDb_OpensAStoreOverTheFolder()
    {
        await using var lake = new ScratchLake();
        var folder = Path.Combine(lake.Folder, "chosen");
        await using (await FeatureStore.OpenAsync(o => o.UseDuckDb(folder, duckDb => duckDb.MemoryLimit = 1 << 28)))
        {
        }

        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await FeatureStore.OpenAsync(o => o.UseDuckDb(folder, duckDb => duckDb.Threads = 0)));
        await Should.ThrowAsync<InvalidOperationException>(async () => await FeatureStore.OpenAsync(o => o.UseDuckDb(folder).UseDuckDb(folder)));
    }

    [DuckDbFact]
    public async Task AfterDisposal_NothingRuns()
    {
        await using var lake = new ScratchLake();
        await lake.Engine.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await lake.Engine.QueryAsync(new("SELECT 1", [])));
    }

    private static SpineRows Spine(string?[] keys)
    {
        var start = ScratchLake.Time("2024-01-01T01:00");
        FieldSchema[] columns = [new("Key", "key", ScalarType.String.Nullable), new("AsOf", "as_of", ScalarType.DateTime)];
        return new(columns, keys.Length, (i, row) =>
        {
            row.Write(keys[i], isRequired: false);
            row.Write(start.AddHours(i % 24));
        });
    }
}
