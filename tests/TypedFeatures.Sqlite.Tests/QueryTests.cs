using System.Diagnostics;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>Spines, parameters, setup, cancellation, failures.</summary>
public sealed class QueryTests : IAsyncLifetime
{
    private const string Endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT ";
    private static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ScratchFolder folder = new();
    private SqliteOfflineEngine engine = null!;

    public Task InitializeAsync()
    {
        engine = SqliteOfflineEngine.Open(folder.File());
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await engine.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task TheSpine_HasItsRows_InOrder_WithTheirOrdinals()
    {
        FieldSchema[] columns = [new("UserId", "user_id", ScalarType.Int64), new("Order", "order", ScalarType.String.Nullable), new("AsOf", "as_of", ScalarType.DateTime)];
        var query = new EngineQuery("SELECT ordinal, user_id, \"order\", as_of - $as_of FROM spine ORDER BY ordinal", [])
        {
            AsOf = Instant.FromDateTime(Start),
            Spine = new(columns, 3, (i, writer) =>
            {
                writer.Write((long)(100 - i));
                writer.Write(i == 1 ? null : $"k{i}", isRequired: false);
                writer.Write(Start.AddTicks(i * 10));
            }),
        };
        var rows = await engine.RowsAsync(query, "iisi");
        rows.Select(r => string.Join("|", r.Select(v => v ?? "null"))).ShouldBe(["0|100|k0|0", "1|99|null|1", "2|98|k2|2"]);
    }

    [Fact]
    public async Task Queries_AtTheSameTime_HaveSpinesOfTheirOwn()
    {
        FieldSchema[] columns = [new("Key", "key", ScalarType.Int64)];
        var queries = Enumerable.Range(1, 8).Select(n => Task.Run(() => engine.RowsAsync(
            new("SELECT count(*), sum(key) FROM spine", []) { Spine = new(columns, n * 1000, (i, writer) => writer.Write((long)n)) }, "ii")));
        var results = await Task.WhenAll(queries);
        results.Select(r => (long)r[0][1]!).ShouldBe(Enumerable.Range(1, 8).Select(n => n * n * 1000L));
    }

    [Fact]
    public async Task AnEmptySpine_GivesNoRows() =>
        (await engine.RowsAsync(new("SELECT ordinal FROM spine", []) { Spine = new([new("Key", "key", ScalarType.Int64)], 0, (_, _) => { }) }, "i")).ShouldBeEmpty();

    [Fact]
    public async Task ARefusedSpineValue_NamesRowAndProperty()
    {
        var query = new EngineQuery("SELECT 1 FROM spine", [])
        {
            Spine = new([new("AsOf", "as_of", ScalarType.DateTime)], 2, (i, writer) => writer.Write(Start.AddYears(i * 1000))),
        };
        (await Should.ThrowAsync<ArgumentException>(() => engine.RowsAsync(query, "i"))).Message.ShouldStartWith("Row 1 of the spine: AsOf: lies outside");
    }

    [Fact]
    public async Task AParameterWithoutAValue_IsRefused() =>
        await Should.ThrowAsync<ArgumentException>(() => engine.RowsAsync(new("SELECT $as_of", []), "i"));

    [Fact]
    public async Task Sources_NeverIngested_AreEmptyTables()
    {
        var schema = PurchaseSource.Instance.Schema;
        (await engine.TextsAsync("SELECT count(*) FROM purchases UNION ALL SELECT count(*) FROM purchases__versions", "i", schema)).ShouldBe(["0", "0"]);
        (await engine.IngestAsync(PurchaseSource.Instance, new Purchase("a", Start, Start, 1, 1, false))).Added.ShouldBe(1);
    }

    [Fact]
    public async Task Setup_RunsOnce()
    {
        var query = new EngineQuery("SELECT count(*) FROM made", []) { Setup = EquatableArray.Of("CREATE TABLE IF NOT EXISTS made (x)", "INSERT INTO made VALUES (1)") };
        (await engine.RowsAsync(query, "i"))[0][0].ShouldBe(1L);
        (await engine.RowsAsync(query, "i"))[0][0].ShouldBe(1L);
    }

    [Fact]
    public async Task Setup_ThatFails_IsUndone_AndRunsAgain()
    {
        var query = new EngineQuery("SELECT count(*) FROM made", []) { Setup = EquatableArray.Of("CREATE TABLE made (x)", "INSERT INTO missing VALUES (1)") };
        (await Should.ThrowAsync<OfflineEngineException>(() => engine.RowsAsync(query, "i"))).Message.ShouldContain("no such table: missing");
        (await engine.RowsAsync(query with { Setup = EquatableArray.Of("CREATE TABLE made (x)") }, "i"))[0][0].ShouldBe(0L);
    }

    [Fact]
    public async Task AFaultyStatement_IsNamed_ByItsFirstLine()
    {
        var failure = await Should.ThrowAsync<OfflineEngineException>(async () => await engine.QueryAsync(new("\nSELECT 1,\n    FROM missing", [])));
        failure.Message.ShouldBe("SQLite: near \"FROM\": syntax error. The statement starts: SELECT 1,");
    }

    [Fact]
    public async Task Cancellation_StopsAQuery_InTheMiddleOfItsFirstRow()
    {
        using var cancellation = new CancellationTokenSource();
        await using var cursor = await engine.QueryAsync(new(Endless + "sum(i) FROM n", []));
        var reading = Task.Run(async () => await cursor.ReadAsync(cancellation.Token));
        await Task.Delay(100);
        reading.IsCompleted.ShouldBeFalse();
        var clock = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(reading)).CancellationToken.ShouldBe(cancellation.Token);
        clock.ElapsedMilliseconds.ShouldBeLessThan(2000);
    }

    [Fact]
    public async Task Cancellation_ByTheTokenOfTheQuery_StopsReadingToo()
    {
        using var cancellation = new CancellationTokenSource();
        await using var cursor = await engine.QueryAsync(new(Endless + "i FROM n", []), cancellation.Token);
        (await cursor.ReadAsync()).ShouldBeTrue();
        (await cursor.ReadAsync()).ShouldBeTrue();
        cursor.GetInt64(0).ShouldBe(2);
        await cancellation.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(async () => await cursor.ReadAsync())).CancellationToken.ShouldBe(cancellation.Token);
    }

    [Fact]
    public async Task Cancellation_JustBeforeAStatementStarts_IsNotForgotten()
    {
        // sqlite3_interrupt alone would be: SQLite clears it when the first statement starts.
        using var database = SqliteDatabase.Open(folder.File("other.db"), m => new InvalidOperationException(m));
        using var statement = database.Prepare(Endless + "sum(i) FROM n");
        using var cancellation = new CancellationTokenSource();
        using (database.CancelWith(cancellation.Token))
        {
            await cancellation.CancelAsync();
            var running = Task.Run(statement.Step);
            if (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(5))) != running)
            {
                Sqlite3.Interrupt(database.Handle);
                await Should.ThrowAsync<OperationCanceledException>(running);
                Assert.Fail("The statement ran on.");
            }

            await Should.ThrowAsync<OperationCanceledException>(running);
        }

        using var next = database.Prepare("SELECT 1");
        next.Step().ShouldBeTrue("what comes after the scope is not cancelled");
    }

    [Fact]
    public async Task Cancellation_AtAnyMoment_IsNeverLost()
    {
        for (var i = 0; i < 60; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var running = Task.Run(async () =>
            {
                await using var cursor = await engine.QueryAsync(new(Endless + "sum(i) FROM n", []), cancellation.Token);
                await cursor.ReadAsync(cancellation.Token);
            });
            for (var spin = 0; spin < i * 200; spin++)
            {
                Thread.SpinWait(10);
            }

            await cancellation.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(running.WaitAsync(TimeSpan.FromSeconds(10)));
        }
    }

    [Fact]
    public async Task ACursor_DisposedBeforeItsEnd_StopsTheQuery_AndTheEngineGoesOn()
    {
        var cursor = await engine.QueryAsync(new(Endless + "i FROM n", []));
        await cursor.ReadAsync();
        await cursor.DisposeAsync();
        await cursor.DisposeAsync();
        await Should.ThrowAsync<ObjectDisposedException>(async () => await cursor.ReadAsync());
        (await engine.ValueAsync("1", 'i')).ShouldBe(1L);
    }

    [Fact]
    public async Task ACursor_SeesTheFile_AsItStoodAtItsFirstRow()
    {
        await engine.IngestAsync(PurchaseSource.Instance, Enumerable.Range(0, 100).Select(i => new Purchase($"{i}", Start, Start, i, 1, false)));
        await using var cursor = await engine.QueryAsync(new("SELECT user_id FROM purchases", [PurchaseSource.Instance.Schema]));
        (await cursor.ReadAsync()).ShouldBeTrue();
        await engine.IngestAsync(PurchaseSource.Instance, new Purchase("late", Start, Start, 1, 1, false));
        var rows = 1;
        while (await cursor.ReadAsync())
        {
            rows++;
        }

        rows.ShouldBe(100);
    }

    [Theory]
    [InlineData("'x'", "GetInt64", "'v' is not an integer")]
    [InlineData("1.5", "GetInt64", "'v' is not an integer")]
    [InlineData("NULL", "GetInt64", "'v' is null")]
    [InlineData("2147483648", "GetInt32", "'v' holds a value outside 32 bits")]
    [InlineData("'1'", "GetDouble", "'v' is not a number")]
    [InlineData("NULL", "GetDouble", "'v' is null")]
    [InlineData("1", "GetString", "'v' is not text")]
    [InlineData("NULL", "GetString", "'v' is null")]
    public async Task AValueOfAnotherType_IsNeverBent(string expression, string getter, string message)
    {
        await using var cursor = await engine.QueryAsync(new($"SELECT {expression} AS v", []));
        await cursor.ReadAsync();
        Should.Throw<OfflineEngineException>(() => getter switch
        {
            "GetInt64" => cursor.GetInt64(0),
            "GetInt32" => cursor.GetInt32(0),
            "GetDouble" => cursor.GetDouble(0),
            _ => (object)cursor.GetString(0),
        }).Message.ShouldContain(message);
    }

    [Fact]
    public void Names_AreQuoted_WhereSqliteWouldMistakeThem()
    {
        SqliteText.Name("user_id").ShouldBe("user_id");
        SqliteText.Name("_x9").ShouldBe("_x9");
        SqliteText.Name("9x").ShouldBe("\"9x\"");
        SqliteText.Name("UserId").ShouldBe("\"UserId\"");
        SqliteText.Name("a\"b").ShouldBe("\"a\"\"b\"");
        SqliteText.Name("").ShouldBe("\"\"");
        foreach (var keyword in Keywords())
        {
            SqliteText.Name(keyword).ShouldBe($"\"{keyword}\"");
        }
    }

    /// <summary>The keywords of the SQLite that is loaded, from itself.</summary>
    private static IEnumerable<string> Keywords()
    {
        for (var i = 0; i < SqliteKeywords.Count(); i++)
        {
            yield return SqliteKeywords.NameOf(i).ToLowerInvariant();
        }
    }
}
