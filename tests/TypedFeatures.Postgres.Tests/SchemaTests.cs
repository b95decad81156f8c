using Npgsql;
using TypedFeatures.Offline;
using TypedFeatures.Plans;

namespace TypedFeatures.Postgres.Tests;

public sealed class SchemaTests
{
    private static readonly SourceSchema Stored = TradeSource.Versioned.Schema;

    public static TheoryData<string> Differences => ["amount", "order", "missing", "added", "role", "outcome", "nullable"];

    [PostgresTheory]
    [MemberData(nameof(Differences))]
    public async Task AnotherSchemaThanStored_IsAnErrorThatNamesTheDifference(string difference)
    {
        await using var store = await ScratchStore.OpenAsync();
        await store.IngestAsync(TradeSource.Versioned, new Trade("a", 1, 2, 3, Level.Mid, null));
        var other = await store.OpenAnotherAsync();
        var (columns, words) = Changed(difference);
        var changed = Stored with { Columns = columns.ToEquatableArray() };

        var onRead = await Should.ThrowAsync<OfflineEngineException>(async () => await store.RowsAsync("SELECT 1 AS x FROM versioned", changed));
        var onIngest = await Should.ThrowAsync<OfflineEngineException>(
            async () => await other.IngestAsync(new TradeSource(changed), ScratchStore.Stream([new Trade("a", 1, 2, 3, Level.Mid, null)])));

        onRead.Message.ShouldContain(words);
        onIngest.Message.ShouldContain(words);
        onRead.Message.ShouldContain("'versioned'");
    }

    [PostgresFact]
    public async Task StoresWithSchemasOfTheirOwn_ShareADatabase()
    {
        await using var one = await ScratchStore.OpenAsync();
        await using var other = await ScratchStore.OpenAsync();
        await one.IngestAsync(TradeSource.Timed, new Trade("a", 1, 5, 1, null, null));

        (await one.RowsAsync("SELECT id FROM timed", TradeSource.Timed.Schema)).ShouldBe(["a"]);
        (await other.RowsAsync("SELECT id FROM timed", TradeSource.Timed.Schema)).ShouldBeEmpty();
    }

    [PostgresFact]
    public async Task EnginesOpenedAtTheSameTime_MakeOneStore()
    {
        var options = await PostgresServer.NewStoreAsync();
        var engines = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PostgresOfflineEngine.OpenAsync(options)));
        var reports = await Task.WhenAll(engines.Select((e, i) =>
            e.IngestAsync(TradeSource.Timed, ScratchStore.Stream([new Trade($"{i}", 1, 5, 1, null, null)])).AsTask()));

        reports.Sum(r => r.Added).ShouldBe(6);
        (await ScratchStore.RowsAsync(engines[0], new("SELECT count(*) FROM timed", [TradeSource.Timed.Schema]))).ShouldBe(["6"]);
        foreach (var engine in engines)
        {
            await engine.DisposeAsync();
        }
    }

    [PostgresFact]
    public async Task Watermark_IsTheGreatestIngestTimeEverSeen_OfDuplicatesToo()
    {
        await using var store = await ScratchStore.OpenAsync();
        var timed = TradeSource.Timed.Schema;
        (await store.Engine.GetIngestWatermarkAsync(timed)).ShouldBeNull();
        foreach (var (known, expected) in new[] { (5, 5), (8, 8), (3, 8) })
        {
            await store.IngestAsync(TradeSource.Timed, new Trade("a", 99, known, 1, null, null));
            Instant.ToDateTime((await store.Engine.GetIngestWatermarkAsync(timed))!.Value).Hour.ShouldBe(expected);
        }

        await store.IngestAsync(TradeSource.Plain, new Trade("a", 1, 5, 1, null, null));
        (await store.Engine.GetIngestWatermarkAsync(TradeSource.Plain.Schema)).ShouldBeNull("it has no ingest time");
    }

    [PostgresTheory]
    [InlineData("Upper")]
    [InlineData("1st")]
    [InlineData("pg_mine")]
    [InlineData("a b")]
    [InlineData("x;drop")]
    public void ASchemaThatWouldNeedQuotes_IsRefused(string schema) =>
        Should.Throw<ArgumentException>(() => new PostgresOptions { ConnectionString = "Host=nowhere", Schema = schema });

    [PostgresFact]
    public async Task ReservedWordsAndOddNames_AreQuoted_AndLongOnesStayApart()
    {
        await using var store = await ScratchStore.OpenAsync();
        var prefix = new string('l', 70);
        var odd = new SourceSchema("order", SourceKind.Event, "Trade", EquatableArray.Of(
            Stored.Columns.Select((c, i) => c with { Name = new[] { "select", prefix + "1", "Known \"It\"", prefix + "2", "ünï", "_x1" }[i] }).ToArray()));

        await store.IngestAsync(new TradeSource(odd), new Trade("a", 1, 5, 1, Level.Zeta, null), new Trade("a", 1, 4, 2, null, null));

        (await store.RowsAsync($"SELECT \"select\", {PostgresText.Name(prefix + "2")} AS x, extract(hour FROM \"Known \"\"It\"\"\")::integer AS h FROM \"order\"", odd)).ShouldBe(["a,2,4"]);
        (await store.RowsAsync("SELECT count(*) FROM order__quarantine", odd)).ShouldBe(["1"]);
    }

    /// <summary>Every table of PostgreSQL has columns of these names already.</summary>
    [PostgresFact]
    public async Task ColumnsNamedLikeSystemColumns_AreTheStores()
    {
        await using var store = await ScratchStore.OpenAsync();
        var names = new[] { "ctid", "xmin", "xmax", "cmin", "cmax", "tableoid" };
        var odd = new SourceSchema("odd", SourceKind.Event, "Trade", EquatableArray.Of(Stored.Columns.Select((c, i) => c with { Name = names[i] }).ToArray()));

        await store.IngestAsync(new TradeSource(odd), new Trade("a", 1, 5, 1, Level.Zeta, null), new Trade("a", 1, 4, 2, null, null));
        await store.IngestAsync(new TradeSource(odd), new Trade("a", 1, 4, 2, null, true));

        var columns = PostgresText.Names(names);
        (await store.RowsAsync($"SELECT {columns} FROM odd", odd)).ShouldHaveSingleItem().ShouldStartWith("a,");
        (await store.RowsAsync("SELECT count(*) FROM odd__versions", odd)).ShouldBe(["1"]);
        (await store.RowsAsync("SELECT count(*) FROM odd__quarantine", odd)).ShouldBe(["1"]);
    }

    /// <summary>The driver reads the catalog when it connects; casts to a type would mean the table of that name.</summary>
    [PostgresTheory]
    [InlineData("pg_class")]
    [InlineData("pg_namespace")]
    [InlineData("pg_type")]
    [InlineData("text")]
    [InlineData("date")]
    [InlineData("json")]
    public async Task ASourceNamedLikeARelationOrATypeOfTheServer_TakesNothingFromIt(string name)
    {
        await using var store = await ScratchStore.OpenAsync();
        var source = new TradeSource(TradeSource.Plain.Schema with { Name = name });
        await store.IngestAsync(source, new Trade("a", 1, null, 7, null, null));

        var another = await store.OpenAnotherAsync();
        await another.IngestAsync(TradeSource.Timed, ScratchStore.Stream([new Trade("b", 1, 5, 8, null, null)]));

        var table = PostgresText.Name(PostgresStorage.TableOf(source.Schema));
        (await ScratchStore.RowsAsync(another, new($"SELECT id, amount FROM {table}", [source.Schema]))).ShouldBe(["a,7"]);
        (await ScratchStore.RowsAsync(another, new("SELECT CAST(amount AS text) AS amount, CAST(\"at\" AS date) - DATE '2024-01-01' AS day FROM timed", [TradeSource.Timed.Schema])))
            .ShouldBe(["8,0"]);
    }

    [PostgresFact]
    public async Task ARole_NeedsASchemaOfItsOwn_AndNothingElse()
    {
        var options = await PostgresServer.NewStoreAsync();
        var role = options.Schema + "_role";
        await using (var administrator = NpgsqlDataSource.Create(options.ConnectionString))
        await using (var create = administrator.CreateCommand($"CREATE ROLE {role} LOGIN; CREATE SCHEMA {options.Schema} AUTHORIZATION {role}"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var asRole = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Username = role }.ConnectionString;
        await using var engine = await PostgresOfflineEngine.OpenAsync(new() { ConnectionString = asRole, Schema = options.Schema });
        await engine.IngestAsync(TradeSource.Timed, ScratchStore.Stream([new Trade("a", 1, 5, 1, null, null)]));
        (await ScratchStore.RowsAsync(engine, new("SELECT id FROM timed", [TradeSource.Timed.Schema]))).ShouldBe(["a"]);

        // Where there is no schema, the role cannot make one, and the error says so.
        var refusal = await Should.ThrowAsync<OfflineEngineException>(async () =>
            await PostgresOfflineEngine.OpenAsync(new() { ConnectionString = asRole, Schema = options.Schema + "_other" }));
        refusal.Message.ShouldContain("permission denied");
    }

    private static (IEnumerable<SourceColumn> Columns, string Words) Changed(string difference) => difference switch
    {
        "amount" => (Edit("amount", c => c with { Type = new(ScalarKind.Int64, true) }), "no longer 'amount Int32?', now 'amount Int64?'"),
        "order" => (Stored.Columns.Reverse(), "its columns are in another order"),
        "missing" => (Stored.Columns.SkipLast(1), "no longer 'settled Boolean? KnownAfterOutcome'"),
        "added" => (Stored.Columns.Append(TestTypes.Nullable("Extra", ScalarKind.Int32)), "now 'extra Int32?'"),
        "role" => (Edit("known", c => c with { Role = ColumnRole.Value }), "no longer 'known DateTime? IngestTime', now 'known DateTime?'"),
        "outcome" => (Edit("settled", c => c with { IsKnownAfterOutcome = false }), "now 'settled Boolean?'"),
        _ => (Edit("amount", c => c with { Type = c.Type.NonNullable }), "now 'amount Int32'"),
    };

    private static IEnumerable<SourceColumn> Edit(string column, Func<SourceColumn, SourceColumn> edit) =>
        Stored.Columns.Select(c => c.Name == column ? edit(c) : c);
}
