using System.Diagnostics;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.ClickHouse.Tests;

public sealed class QueryTests
{
    private static readonly SourceSchema Trades = TradeSource.Timed.Schema;

    [ClickHouseFact]
    public async Task ASourceWithoutRows_IsAnEmptyRelationOfItsTypes()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        (await database.RowsAsync("SELECT count(), toTypeName(any(known)), toTypeName(any(level)) FROM timed", Trades)).ShouldBe(["0,Nullable(Int64),Nullable(String)"]);
        (await database.RowsAsync("SELECT count() FROM timed__versions", Trades)).ShouldBe(["0"]);
        (await database.RowsAsync("SELECT * FROM rates", RateSource.Definition)).ShouldBeEmpty();
    }

    [ClickHouseFact]
    public async Task TheSpine_IsThereForItsQueryAlone()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var query = new EngineQuery("SELECT ordinal, key, as_of - 1704067200000000 AS since FROM spine ORDER BY ordinal", []);

        var own = Enumerable.Range(0, 4).Select(n => ScratchDatabase.RowsAsync(database.Engine, query with { Spine = Spine([$"{n};'\"\r\n--", null, "é"]) }));

        var results = await Task.WhenAll(own);
        for (var n = 0; n < results.Length; n++)
        {
            results[n].ShouldBe([$"0,{n};'\"\r\n--,3600000000", "1,null,7200000000", "2,é,10800000000"]);
        }

        await Should.ThrowAsync<OfflineEngineException>(async () => await ScratchDatabase.RowsAsync(database.Engine, query));
        (await ScratchDatabase.RowsAsync(database.Engine, new("SELECT count() FROM spine", []) { Spine = Spine([]) })).ShouldBe(["0"]);
    }

    [ClickHouseFact]
    public async Task AsOf_IsAParameter()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        (await ScratchDatabase.RowsAsync(database.Engine, new("SELECT {as_of:Int64} AS t", []) { AsOf = -5 })).ShouldBe(["-5"]);
    }

    [ClickHouseFact]
    public async Task AnError_HoldsTheEnginesWordsAndTheStatementsFirstLine()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        var error = await Should.ThrowAsync<OfflineEngineException>(async () => await database.Engine.QueryAsync(new("SELECT nothing_like_it\nFROM system.one", [])));

        error.Message.ShouldContain("nothing_like_it");
        error.Message.Split('\n')[^1].ShouldBe("Statement: SELECT nothing_like_it");
    }

    [ClickHouseTheory]
    [InlineData("accurateCast(toInt128(materialize(9223372036854775807)) + 1, 'Int64')")]
    [InlineData("intDiv(materialize(toInt32(-2147483648)), materialize(toInt32(-1)))")]
    [InlineData("accurateCast(trunc(materialize(1e30)), 'Int64')")]
    public async Task AValueThatDoesNotFit_IsAnOverflow(string sql)
    {
        await using var database = await ScratchDatabase.CreateAsync();

        var error = await Should.ThrowAsync<OfflineEngineException>(async () => await database.RowsAsync("SELECT " + sql));

        error.Message.ShouldContain("overflow");
    }

    [ClickHouseFact]
    public async Task Cancellation_StopsTheQuery_AtTheServerToo()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var mark = database.Name;

        await Should.ThrowAsync<OperationCanceledException>(async () => await database.Engine.QueryAsync(
            new($"SELECT max(cityHash64(a.number, b.number)) AS {mark} FROM numbers(10000000) AS a CROSS JOIN numbers(10000000) AS b", []), cancellation.Token));

        await EndsAsync(database, mark);
    }

    [ClickHouseFact]
    public async Task Setup_RunsOncePerStatement_AndAgainIfItFailed()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var name = "f" + database.Name;
        var setup = new EngineQuery($"SELECT {name}(21) AS x", []) { Setup = EquatableArray.Of($"CREATE FUNCTION {name} AS x -> x * 2") };

        (await ScratchDatabase.RowsAsync(database.Engine, setup)).ShouldBe(["42"]);
        (await ScratchDatabase.RowsAsync(database.Engine, setup)).ShouldBe(["42"], "CREATE FUNCTION would fail a second time");
        for (var i = 0; i < 2; i++)
        {
            await Should.ThrowAsync<OfflineEngineException>(async () => await database.Engine.QueryAsync(setup with { Setup = EquatableArray.Of("CREATE FUNCTION wrong") }));
        }
    }

    [ClickHouseFact]
    public async Task ARefusedSpineRow_NamesItsPositionAndField()
    {
        await using var database = await ScratchDatabase.CreateAsync();

        (await Should.ThrowAsync<ArgumentException>(async () => await database.Engine.QueryAsync(new("SELECT * FROM spine", []) { Spine = Spine(["a", "\0"]) })))
            .Message.ShouldStartWith("Row 1 of the spine: Key: ");
    }

    [ClickHouseFact]
    public async Task CompressedResults_AreTheSame()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await using var cursor = await database.OpenAnother(o => o.CompressResults = true).QueryAsync(new("SELECT number, toString(number) FROM numbers(100000)", []));
        var count = 0L;
        while (await cursor.ReadAsync())
        {
            cursor.GetInt64(0).ShouldBe(count);
            cursor.GetString(1).ShouldBe($"{count}");
            count++;
        }

        count.ShouldBe(100_000);
    }

    [ClickHouseFact]
    public async Task UseClickHouse_OpensAStoreOnTheServer()
    {
        var server = (await ClickHouseServer.Shared).Uri;
        await using (await FeatureStore.OpenAsync(o => o.UseClickHouse(server, ClickHouseServer.NewDatabase())))
        {
        }

        await Should.ThrowAsync<ArgumentException>(async () => await FeatureStore.OpenAsync(o => o.UseClickHouse("ftp://127.0.0.1")));
        await Should.ThrowAsync<ArgumentException>(
            async () => await FeatureStore.OpenAsync(o => o.UseClickHouse(server, configure: c => c.Settings["join_use_nulls"] = "0")));
        await Should.ThrowAsync<InvalidOperationException>(async () => await FeatureStore.OpenAsync(o => o.UseClickHouse(server).UseClickHouse(server)));
    }

    [ClickHouseFact]
    public async Task AfterDisposal_NothingRuns()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.Engine.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(async () => await database.Engine.QueryAsync(new("SELECT 1", [])));
    }

    private static async Task EndsAsync(ScratchDatabase database, string mark)
    {
        var clock = Stopwatch.StartNew();
        while ((await database.RowsAsync($"SELECT count() FROM system.processes WHERE query LIKE '%AS {mark} FROM%' AND query NOT LIKE '%system.processes%'")).Single() != "0")
        {
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60), "the query would take days");
            await Task.Delay(100);
        }
    }

    private static SpineRows Spine(string?[] keys)
    {
        var start = ScratchDatabase.Time("2024-01-01T01:00");
        FieldSchema[] columns = [new("Key", "key", ScalarType.String.Nullable), new("AsOf", "as_of", ScalarType.DateTime)];
        return new(columns, keys.Length, (i, row) =>
        {
            row.Write(keys[i], isRequired: false);
            row.Write(start.AddHours(i % 24));
        });
    }
}
