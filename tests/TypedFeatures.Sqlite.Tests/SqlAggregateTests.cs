using TypedFeatures.Offline;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>The aggregates that plans call, on values worked out by hand.</summary>
public sealed class SqlAggregateTests : IAsyncLifetime
{
    private const string Max = "9223372036854775807";
    private const string Min = "-9223372036854775807 - 1";

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

    [Theory]
    [InlineData("(1), (2), (NULL), (3)", 6L)]
    [InlineData("(NULL), (NULL)", null)]
    [InlineData("(0)", 0L)]
    [InlineData($"({Max}), (1), (-1)", long.MaxValue)]
    [InlineData($"({Max}), ({Max}), ({Min}), ({Min})", -2L)]
    [InlineData($"({Min}), (-1), (1)", long.MinValue)]
    public async Task ExactSum_IsExact_WhateverThePartsAddUpTo(string values, long? sum) =>
        (await AggregateAsync("exact_sum(column1)", values, 'i')).ShouldBe(sum);

    [Theory]
    [InlineData($"({Max}), (1)")]
    [InlineData($"({Min}), (-1)")]
    [InlineData($"({Max}), ({Max}), (NULL)")]
    public async Task ExactSum_Overflows_OnlyWhereTheTotalDoesNotFit(string values) =>
        (await Should.ThrowAsync<OfflineEngineException>(() => AggregateAsync("to_int64(exact_sum(column1))", values, 'i'))).Message.ShouldContain("integer overflow");

    [Theory]
    [InlineData("(1), (2), (NULL)", 1.5)]
    [InlineData("(-1), (-2), (-3), (-4)", -2.5)]
    [InlineData("(NULL)", null)]
    [InlineData("(9007199254740993), (9007199254740993)", 9007199254740992d)]
    [InlineData($"({Max}), ({Max})", 9223372036854775808d)]
    [InlineData($"({Min}), ({Min}), ({Min})", -9223372036854775808d)]
    [InlineData($"({Max}), ({Min}), ({Max}), ({Min})", -0.5)]
    public async Task ExactAverage_IsTheExactSum_DividedByTheCount(string values, double? average) =>
        (await AggregateAsync("exact_average(column1)", values, 'd')).ShouldBe(average);

    [Theory]
    [InlineData("(3), (1), (3), (NULL), (NULL), (NULL)", 3L)]
    [InlineData("(10), (9), (9), (10), (1)", 9L)]
    [InlineData("(-1), (1)", -1L)]
    [InlineData($"({Max}), ({Min})", long.MinValue)]
    [InlineData("(NULL)", null)]
    public async Task Mode_OfIntegers_IsTheMostFrequent_OfEqualsTheSmallest(string values, long? mode) =>
        (await AggregateAsync("mode(column1)", values, 'i')).ShouldBe(mode);

    [Theory]
    [InlineData("(1.5), (0.5), (1.5)", 1.5)]
    [InlineData("(10.0), (9.0)", 9d)]
    [InlineData("(-1e300), (1e300)", -1e300)]
    [InlineData("(0.0), (-0.0), (-1.0)", 0d)]
    [InlineData("(1), (1.0), (0), (0.5), (2)", 1d)]
    [InlineData("(2), (1.5)", 1.5)]
    [InlineData("(1), (1.5)", 1d)]
    public async Task Mode_OfNumbers_ComparesByValue(string values, double mode) =>
        (await AggregateAsync("mode(column1)", values, 'd')).ShouldBe(mode);

    [Theory]
    [InlineData("('b'), ('a'), ('b')", "b")]
    [InlineData("('b'), ('a')", "a")]
    [InlineData("('a'), ('B')", "B")]
    [InlineData("('é'), ('z')", "z")]
    [InlineData("('10'), ('9')", "10")]
    [InlineData("(''), ('a')", "")]
    [InlineData("('ab'), ('a')", "a")]
    [InlineData("('😀'), ('\uFFFD')", "\uFFFD")] // by code point U+FFFD < U+1F600; by UTF-16 unit it would be the other
    public async Task Mode_OfText_BreaksTies_ByCodePoint(string values, string mode) =>
        (await AggregateAsync("mode(column1)", values, 's')).ShouldBe(mode);

    [Fact]
    public async Task Mode_IsCounted_GroupByGroup()
    {
        const string Sql = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2999) "
            + "SELECT i / 3 AS g, mode(CASE WHEN i % 3 = 0 THEN 'other' ELSE 'v' || (i / 3) END) FROM n GROUP BY g ORDER BY g";
        (await engine.TextsAsync(Sql, "is")).ShouldBe(Enumerable.Range(0, 1000).Select(g => $"{g}|v{g}"));
    }

    [Fact]
    public async Task Mode_OfManyValues_AfterAGroupOfMany_StartsAfresh()
    {
        const string Sql = "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
            + "SELECT i >= 5000 AS g, mode(10000 - i) FROM n GROUP BY g ORDER BY g";
        (await engine.TextsAsync(Sql, "ii")).ShouldBe(["0|5001", "1|1"]);
    }

    [Theory]
    [InlineData("('a', 1, 'x'), ('b', 3, 'x'), ('c', 2, 'x')", "b", "a")]
    [InlineData("('a', 1, 'x'), ('b', 1, 'z'), ('c', 1, 'y')", "b", "a")]
    [InlineData("(NULL, 9, 'x'), ('b', 3, 'x'), (NULL, 0, 'x')", "b", "b")]
    [InlineData("('a', -5, 'x'), ('b', 3, 'x')", "b", "a")]
    [InlineData("('a', 1, '😀'), ('b', 1, '\uFFFD')", "a", "b")]
    [InlineData("('a', 1, 'ab'), ('b', 1, 'a')", "a", "b")]
    [InlineData("('a', 1, 10), ('b', 1, 9)", "a", "b")]
    [InlineData("('a', 1, 2), ('b', 1, 1.5)", "a", "b")]
    [InlineData("('b', 1, 1.5), ('a', 1, 2)", "a", "b")]
    [InlineData("('a', 1, 9007199254740993), ('b', 1, 9007199254740992.0)", "a", "b")]
    [InlineData("('b', 1, 9007199254740992.0), ('a', 1, 9007199254740993)", "a", "b")]
    [InlineData("('a', 1, 'x'), ('b', 1, 7)", "a", "b")]
    [InlineData("('a', 1, 0), ('b', NULL, 7)", "a", "b")]
    [InlineData("('', 1, 'x')", "", "")]
    [InlineData("(NULL, 1, 'x')", null, null)]
    public async Task LatestAndFirst_GoByEventTime_ThenEventId_AndSkipNulls(string rows, string? latest, string? first)
    {
        (await AggregateAsync("latest(column1, column2, column3)", rows, 's')).ShouldBe(latest);
        (await AggregateAsync("first(column1, column2, column3)", rows, 's')).ShouldBe(first);
    }

    [Fact]
    public async Task LatestAndFirst_GoByIngestTime_BetweenEventTimeAndEventId()
    {
        const string Rows = "(1.5, 7, 2, 'z'), (2.5, 7, 3, 'a'), (3.5, 7, 1, 'y'), (4.5, 6, 9, 'zz'), (5.5, 8, 0, 'b'), (6.5, 8, 0, 'a')";
        (await AggregateAsync("latest(column1, column2, column3, column4)", Rows, 'd')).ShouldBe(5.5);
        (await AggregateAsync("first(column1, column2, column3, column4)", Rows, 'd')).ShouldBe(4.5);
        (await AggregateAsync("latest(column1, column2, column3, column4) FILTER (WHERE column2 = 7)", Rows, 'd')).ShouldBe(2.5);
        (await AggregateAsync("first(column1, column2, column3, column4) FILTER (WHERE column2 = 7)", Rows, 'd')).ShouldBe(3.5);
    }

    [Fact]
    public async Task LatestText_GrowsAndShrinks_WithTheRowItComesFrom()
    {
        var longer = new string('é', 300);
        (await AggregateAsync("latest(column1, column2, column3)", $"('a', 1, 'x'), ('{longer}', 2, 'x'), ('b', 3, '{longer}'), ('c', 3, 'x')", 's')).ShouldBe("b");
        (await AggregateAsync("latest(column1, column2, column3)", $"('a', 1, 'x'), ('{longer}', 2, 'x')", 's')).ShouldBe(longer);
    }

    [Fact]
    public async Task LatestAndFirst_KeepBytes_WhichVectorsAre()
    {
        const string Rows = "(x'00ff', 1, 'x'), (x'', 2, 'x'), (NULL, 3, 'x'), (x'ff0001', 2, 'y')";
        (await AggregateAsync("hex(latest(column1, column2, column3))", Rows, 's')).ShouldBe("FF0001");
        (await AggregateAsync("hex(first(column1, column2, column3))", Rows, 's')).ShouldBe("00FF");
    }

    [Theory]
    [InlineData("exact_sum(column1)")]
    [InlineData("exact_average(column1)")]
    [InlineData("mode(column1)")]
    [InlineData("latest(column1, 1, 1)")]
    [InlineData("first(column1, 1, 1, 1)")]
    public async Task Aggregates_OverNothing_AreNull(string aggregate) =>
        (await engine.ValueAsync($"{aggregate} FROM (VALUES (1)) WHERE column1 > 1", 'i')).ShouldBeNull();

    [Theory]
    [InlineData("exact_sum(column1)", "(1.5)")]
    [InlineData("exact_average(column1)", "('1')")]
    [InlineData("mode(column1)", "(x'00')")]
    [InlineData("percentile(column1, 0.5)", "('1')")]
    [InlineData("var_samp(column1)", "('1')")]
    public async Task Aggregates_RefuseWhatTheyCannotAggregate(string aggregate, string values) =>
        (await Should.ThrowAsync<OfflineEngineException>(() => AggregateAsync(aggregate, values, 'i'))).Message.ShouldContain("take");

    [Fact]
    public async Task AFailureInTheMiddle_LeavesTheEngineUsable()
    {
        for (var i = 0; i < 50; i++)
        {
            await Should.ThrowAsync<OfflineEngineException>(() => AggregateAsync("mode(column1), latest(column1, 1, 1), exact_sum(column1)", "('a'), ('b')", 's'));
        }

        (await AggregateAsync("mode(column1)", "('a'), ('b')", 's')).ShouldBe("a");
    }

    private Task<object?> AggregateAsync(string aggregate, string values, char type) =>
        engine.ValueAsync($"{aggregate} FROM (VALUES {values})", type);
}
