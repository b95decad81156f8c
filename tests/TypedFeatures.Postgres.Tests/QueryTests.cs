using System.Diagnostics;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres.Tests;

public sealed class QueryTests
{
    private static readonly SourceSchema Trades = TradeSource.Timed.Schema;

    [PostgresFact]
    public async Task ASourceWithoutRows_IsAnEmptyRelationOfItsTypes()
    {
        await using var store = await ScratchStore.OpenAsync();

        (await store.RowsAsync(
            "SELECT count(*), pg_typeof(max(known))::text AS k, pg_typeof(max(level))::text AS l FROM (SELECT * FROM timed UNION ALL SELECT * FROM timed__quarantine) AS t", Trades))
            .ShouldBe(["0,timestamp without time zone,text"]);
        (await store.RowsAsync("SELECT * FROM rates", RateSource.Definition)).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task SpineAndAsOf_ReachTheStatement()
    {
        await using var store = await ScratchStore.OpenAsync();
        await store.IngestAsync(TradeSource.Timed, new Trade("a", 1, 1, 10, null, null), new Trade("a", 5, 5, 20, null, null) with { Id = "b" });
        var query = new EngineQuery(
            "SELECT s.ordinal, s.key, s.as_of, CAST($1 AS timestamp), (SELECT sum(amount) FROM timed t WHERE t.\"at\" <= s.as_of AND t.id = s.key) FROM spine s ORDER BY ordinal", [Trades])
        {
            AsOf = Instant.FromDateTime(ScratchStore.Time("2024-01-02T03:04:05.000006")),
            Spine = Spine(["a", "b", null]),
        };
        await using var cursor = await store.Engine.QueryAsync(query);

        var rows = new List<(long, string?, DateTime, DateTime, long?)>();
        while (await cursor.ReadAsync())
        {
            rows.Add((cursor.GetInt64(0), cursor.IsNull(1) ? null : cursor.GetString(1), cursor.GetDateTime(2), cursor.GetDateTime(3), cursor.IsNull(4) ? null : cursor.GetInt64(4)));
        }

        var asOf = ScratchStore.Time("2024-01-02T03:04:05.000006");
        rows.ShouldBe(
        [
            (0, "a", ScratchStore.Time("2024-01-01T01:00"), asOf, 10L),
            (1, "b", ScratchStore.Time("2024-01-01T02:00"), asOf, null),
            (2, null, ScratchStore.Time("2024-01-01T03:00"), asOf, null),
        ]);
    }

    [PostgresFact]
    public async Task QueriesAtTheSameTime_HaveTheirOwnSpines()
    {
        await using var store = await ScratchStore.OpenAsync();

        var sums = await Task.WhenAll(Enumerable.Range(1, 8).Select(async n =>
        {
            var rows = await ScratchStore.RowsAsync(store.Engine, new("SELECT count(*), max(key) FROM spine", []) { Spine = Spine([.. Enumerable.Repeat($"k{n}", n * 1000)]) });
            return rows.Single();
        }));

        sums.ShouldBe(Enumerable.Range(1, 8).Select(n => $"{n * 1000},k{n}"));
    }

    [PostgresFact]
    public async Task AnError_HasTheEnginesWords_AndTheStatementsFirstLine()
    {
        await using var store = await ScratchStore.OpenAsync();

        var planning = await Should.ThrowAsync<OfflineEngineException>(async () => await store.Engine.QueryAsync(new("SELECT nothing_here -- training\nFROM timed", [Trades])));
        planning.Message.ShouldBe("PostgreSQL: column \"nothing_here\" does not exist (SQLSTATE 42703) in: SELECT nothing_here -- training …");

        var running = await Should.ThrowAsync<OfflineEngineException>(async () =>
        {
            await using var cursor = await store.Engine.QueryAsync(new("SELECT 9223372036854775807 + range\nFROM generate_series(0, 10) AS range", []));
            while (await cursor.ReadAsync())
            {
            }
        });
        running.Message.ShouldBe("PostgreSQL: bigint out of range (SQLSTATE 22003) in: SELECT 9223372036854775807 + range …");
    }

    [PostgresTheory]
    [InlineData("SELECT CAST(id AS integer) FROM timed", "invalid input syntax for type integer: …")]
    [InlineData("INSERT INTO timed SELECT * FROM timed RETURNING id", "duplicate key value violates unique constraint")]
    public async Task AnError_NeverQuotesValues(string sql, string words)
    {
        await using var store = await ScratchStore.OpenAsync();
        await store.IngestAsync(TradeSource.Timed, new Trade("Jane Doe", 1, 1, 10, null, null));

        var failure = await Should.ThrowAsync<OfflineEngineException>(async () =>
        {
            await using var cursor = await store.Engine.QueryAsync(new(sql, [Trades]));
            await cursor.ReadAsync();
        });

        failure.Message.ShouldContain(words);
        failure.ToString().ShouldNotContain("Jane");
    }

    [PostgresFact]
    public async Task AnAsOfThatIsMissing_IsAnError()
    {
        await using var store = await ScratchStore.OpenAsync();

        (await Should.ThrowAsync<ArgumentException>(async () => await store.Engine.QueryAsync(new("SELECT CAST($1 AS timestamp)", [])))).Message.ShouldContain("EngineQuery.AsOf");
    }

    [PostgresFact]
    public async Task ADatabaseOutOfReach_IsAnErrorOfTheEngine() =>
        await Should.ThrowAsync<OfflineEngineException>(() => PostgresOfflineEngine.OpenAsync(new() { ConnectionString = "Host=127.0.0.1;Port=1;Username=nobody" }));

    [PostgresFact]
    public async Task Cancellation_InterruptsARunningQuery()
    {
        await using var store = await ScratchStore.OpenAsync();
        var clock = Stopwatch.StartNew();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await using var cursor = await store.Engine.QueryAsync(
                new("SELECT max(a * b) FROM generate_series(1, 10000000) AS a, generate_series(1, 10000000) AS b", []), cancellation.Token);
            await cursor.ReadAsync(cancellation.Token);
        });

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "the query would take days");
    }

    [PostgresFact]
    public async Task DisposingEarly_StopsTheQuery()
    {
        await using var store = await ScratchStore.OpenAsync();
        var clock = Stopwatch.StartNew();
        await using (var cursor = await store.Engine.QueryAsync(new("SELECT a FROM generate_series(1, 1000000) AS b, generate_series(1, 10000000) AS a", [])))
        {
            (await cursor.ReadAsync()).ShouldBeTrue();
        }

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30), "reading all would take days");
    }

    [PostgresFact]
    public async Task Setup_RunsOncePerStatement_AndAgainIfItFailed()
    {
        await using var store = await ScratchStore.OpenAsync();
        var setup = new EngineQuery("SELECT twice(21)", []) { Setup = EquatableArray.Of("CREATE FUNCTION twice(x integer) RETURNS integer LANGUAGE sql AS 'SELECT x * 2'") };

        (await ScratchStore.RowsAsync(store.Engine, setup)).ShouldBe(["42"]);
        (await ScratchStore.RowsAsync(store.Engine, setup)).ShouldBe(["42"], "CREATE FUNCTION would fail a second time");
        for (var i = 0; i < 2; i++)
        {
            await Should.ThrowAsync<OfflineEngineException>(async () => await store.Engine.QueryAsync(setup with { Setup = EquatableArray.Of("CREATE FUNCTION wrong") }));
        }
    }

    [PostgresFact]
    public async Task ARefusedSpineRow_NamesItsPositionAndField()
    {
        await using var store = await ScratchStore.OpenAsync();

        (await Should.ThrowAsync<ArgumentException>(async () => await store.Engine.QueryAsync(new("SELECT 1 FROM spine", []) { Spine = Spine(["a", "\0"]) })))
            .Message.ShouldStartWith("Row 1 of the spine: Key: ");
    }

    [PostgresFact]
    public async Task UsePostgres_OpensAStoreInTheSchema()
    {
        var options = await PostgresServer.NewStoreAsync();
        await using (await FeatureStore.OpenAsync(o => o.UsePostgres(options.ConnectionString, options.Schema)))
        {
        }

        await using var engine = await PostgresOfflineEngine.OpenAsync(options);
        (await ScratchStore.RowsAsync(engine, new($"SELECT count(*) FROM {options.Schema}.typed_features_sources", []))).ShouldBe(["0"]);
        await Should.ThrowAsync<InvalidOperationException>(async () => await FeatureStore.OpenAsync(o => o.UsePostgres(options).UsePostgres(options)));
    }

    [PostgresFact]
    public async Task Parquet_IsRefusedWithARemedy()
    {
        await using var store = await ScratchStore.OpenAsync();

        (await Should.ThrowAsync<NotSupportedException>(async () => await store.Engine.CreateParquetAsync("x.parquet", []))).Message.ShouldContain("UseDuckDb");
    }

    [PostgresFact]
    public async Task AfterDisposal_NothingRuns()
    {
        await using var store = await ScratchStore.OpenAsync();
        await store.Engine.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.Engine.QueryAsync(new("SELECT 1", [])));
    }

    private static SpineRows Spine(string?[] keys)
    {
        var start = ScratchStore.Time("2024-01-01T01:00");
        FieldSchema[] columns = [new("Key", "key", ScalarType.String.Nullable), new("AsOf", "as_of", ScalarType.DateTime)];
        return new(columns, keys.Length, (i, row) =>
        {
            row.Write(keys[i], isRequired: false);
            row.Write(start.AddHours(i % 24));
        });
    }
}
