using TypedFeatures.Offline;

namespace TypedFeatures.ClickHouse.Tests;

public sealed class RoundTripTests
{
    private static readonly EverythingSource Source = new();

    [ClickHouseFact]
    public async Task EveryType_ComesBackAsItWasWritten_ExtremesAndNullsIncluded()
    {
        Everything[] rows =
        [
            new("a", Time("1900-01-01")),
            new("b", Time("2299-12-31T23:59:59.999999"))
            {
                Flag = true, Small = int.MinValue, Large = long.MinValue, Single = float.MinValue, Double = double.MinValue, Text = "",
                Guid = Guid.Empty, Instant = Time("1900-01-01"), Date = new(1900, 1, 1), Span = TimeSpan.FromMicroseconds(-1), Level = Level.Zeta,
            },
            new("c", Time("1970-01-01"))
            {
                Flag = false, Small = int.MaxValue, Large = long.MaxValue, Single = float.Epsilon, Double = double.Epsilon, Text = "twelve bytes",
                Guid = new("FFFFFFFF-ffff-ffff-ffff-0123456789ab"), Instant = Time("2299-12-31T23:59:59.999999"), Date = new(2299, 12, 31),
                Span = TimeSpan.FromDays(400), Level = Level.Mid,
            },
            new("d", Time("2024-02-29T12:00:00.000001")) { Text = "thirteen byte" },
            new("e", Time("2024-02-29")) { Text = "é€😀 – 12 bytes" + new string('x', 300_000), Small = 0, Large = 0, Double = -0.0, Single = -0f },
            new("f", Time("2024-02-29")) { Text = "😀😀😀" },
            new("g", Time("2024-02-29")) { Text = "😀😀😀😀" },
        ];
        await using var database = await ScratchDatabase.CreateAsync();

        var report = await database.IngestAsync(Source, rows);

        report.ShouldBe(new IngestReport(7, 7, 0, 0, 0, 0));
        var read = await ReadAsync(database.Engine);
        read[4].Double.ShouldNotBeNull();
        double.IsNegative(read[4].Double!.Value).ShouldBeFalse("−0 is 0");
        read.ShouldBe(rows);
    }

    [ClickHouseFact]
    public async Task ManyRows_ComeBackInFullAcrossRequestsAndReads()
    {
        var rows = Enumerable.Range(0, 300_000).Select(i => new Everything($"event-number-{i}", Time("2024-01-01").AddSeconds(i))
        {
            Small = i % 3 == 0 ? null : i,
            Text = i % 5 == 0 ? null : i % 2 == 0 ? "short " + (i % 10) : $"a text that is longer than twelve bytes, number {i}",
        }).ToArray();
        await using var database = await ScratchDatabase.CreateAsync();

        await database.IngestAsync(Source, rows);

        (await ReadAsync(database.Engine)).OrderBy(r => r.At).ShouldBe(rows);
    }

    [ClickHouseFact]
    public async Task Instants_AreFlooredToTheMicrosecond()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await database.IngestAsync(Source, new Everything("a", Time("2024-01-01").AddTicks(19)) { Span = TimeSpan.FromTicks(-1) });

        var row = (await ReadAsync(database.Engine)).Single();

        row.At.ShouldBe(Time("2024-01-01").AddTicks(10));
        row.Span.ShouldBe(TimeSpan.FromMicroseconds(-1));
    }

    [ClickHouseFact]
    public async Task AnotherEngine_SeesWhatThisOneCommits()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var other = database.OpenAnother();
        (await ReadAsync(other)).ShouldBeEmpty();

        await database.IngestAsync(Source, new Everything("a", Time("2024-01-01")));
        (await ReadAsync(other)).Count.ShouldBe(1);

        await other.IngestAsync(Source, ScratchDatabase.Stream([new Everything("b", Time("2024-01-01"))]));
        (await ReadAsync(database.Engine)).Count.ShouldBe(2);
        (await ReadAsync(database.OpenAnother())).Count.ShouldBe(2);
    }

    [ClickHouseFact]
    public async Task AnOverfullInteger_IsAnErrorThatNamesTheColumn()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        await using var cursor = await database.Engine.QueryAsync(new("SELECT toInt128(9223372036854775808) AS total, 5000000000 AS count", []));
        await cursor.ReadAsync();

        Should.Throw<OfflineEngineException>(() => cursor.GetInt64(0)).Message.ShouldContain("'total'");
        Should.Throw<OfflineEngineException>(() => cursor.GetInt32(1)).Message.ShouldContain("'count'");
        cursor.GetInt64(1).ShouldBe(5_000_000_000);
    }

    private static DateTime Time(string text) => ScratchDatabase.Time(text);

    private static async Task<List<Everything>> ReadAsync(ClickHouseOfflineEngine engine)
    {
        await using var cursor = await engine.QueryAsync(new("SELECT * FROM everything ORDER BY id", [EverythingSource.Definition]));
        var rows = new List<Everything>();
        while (await cursor.ReadAsync())
        {
            rows.Add(new(cursor.GetString(0), cursor.GetDateTime(1))
            {
                Flag = cursor.IsNull(2) ? null : cursor.GetBoolean(2),
                Small = cursor.IsNull(3) ? null : cursor.GetInt32(3),
                Large = cursor.IsNull(4) ? null : cursor.GetInt64(4),
                Single = cursor.IsNull(5) ? null : cursor.GetSingle(5),
                Double = cursor.IsNull(6) ? null : cursor.GetDouble(6),
                Text = cursor.IsNull(7) ? null : cursor.GetString(7),
                Guid = cursor.IsNull(8) ? null : cursor.GetGuid(8),
                Instant = cursor.IsNull(9) ? null : cursor.GetDateTime(9),
                Date = cursor.IsNull(10) ? null : cursor.GetDate(10),
                Span = cursor.IsNull(11) ? null : cursor.GetTimeSpan(11),
                Level = cursor.IsNull(12) ? null : Enum.Parse<Level>(cursor.GetString(12)),
            });
        }

        return rows;
    }
}
