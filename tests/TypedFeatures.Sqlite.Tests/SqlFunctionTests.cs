using TypedFeatures.Offline;

namespace TypedFeatures.Sqlite.Tests;

/// <summary>The scalar functions that plans call, on values worked out by hand.</summary>
public sealed class SqlFunctionTests : IAsyncLifetime
{
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
    [InlineData("''", 0L)]
    [InlineData("'abc'", 3L)]
    [InlineData("'é'", 1L)]
    [InlineData("'€'", 1L)]
    [InlineData("'😀'", 2L)]
    [InlineData("'a😀é€'", 5L)]
    [InlineData("NULL", null)]
    public async Task Utf16Length_CountsUnits_AsStringLengthDoes(string text, long? length) =>
        (await engine.ValueAsync($"utf16_length({text})", 'i')).ShouldBe(length);

    [Theory]
    [InlineData("round_even(0.5)", 0d)]
    [InlineData("round_even(1.5)", 2d)]
    [InlineData("round_even(2.5)", 2d)]
    [InlineData("round_even(-2.5)", -2d)]
    [InlineData("round_even(2.5000000000000004)", 3d)]
    [InlineData("round_even(1e300)", 1e300)]
    [InlineData("round_even(7)", 7d)]
    [InlineData("floor(-0.5)", -1d)]
    [InlineData("floor(2.9)", 2d)]
    [InlineData("ceiling(2.1)", 3d)]
    [InlineData("ceiling(-2.9)", -2d)]
    [InlineData("to_single(0.5)", 0.5)]
    [InlineData("to_single(0.1)", 0.10000000149011612)]
    [InlineData("to_single(16777217)", 16777216d)]
    [InlineData("to_single(1e300)", double.PositiveInfinity)]
    [InlineData("to_single(NULL)", null)]
    [InlineData("round_even(NULL)", null)]
    [InlineData("floor(NULL)", null)]
    [InlineData("ceiling(NULL)", null)]
    public async Task Rounding_IsThatOfMath(string expression, double? expected) =>
        (await engine.ValueAsync(expression, 'd')).ShouldBe(expected);

    [Theory]
    [InlineData("round_even(-0.5)")]
    [InlineData("ceiling(-0.5)")]
    [InlineData("floor(-0.0)")]
    public async Task Rounding_NeverGivesMinusZero(string expression) =>
        double.IsNegative((double)(await engine.ValueAsync(expression, 'd'))!).ShouldBeFalse();

    [Fact]
    public async Task Rounding_GivesADouble_AlsoOfAnInteger() =>
        (await engine.ValueAsync("round_even(7) / 2", 'd')).ShouldBe(3.5);

    [Theory]
    [InlineData("checked_add(1, 2)", 3L)]
    [InlineData("checked_add(9223372036854775806, 1)", long.MaxValue)]
    [InlineData("checked_add(-9223372036854775807, -1)", long.MinValue)]
    [InlineData("checked_add(9223372036854775807, -9223372036854775807 - 1)", -1L)]
    [InlineData("checked_subtract(-9223372036854775807, 1)", long.MinValue)]
    [InlineData("checked_subtract(-1, -9223372036854775807 - 1)", long.MaxValue)]
    [InlineData("checked_multiply(3037000499, 3037000499)", 9223372030926249001L)]
    [InlineData("checked_multiply(4611686018427387904, -2)", long.MinValue)]
    [InlineData("checked_multiply(-3, -4)", 12L)]
    [InlineData("checked_multiply(0, -9223372036854775807 - 1)", 0L)]
    [InlineData("checked_negate(9223372036854775807)", -9223372036854775807L)]
    [InlineData("checked_negate(-5)", 5L)]
    [InlineData("checked_divide(7, -2)", -3L)]
    [InlineData("checked_divide(-9223372036854775807 - 1, 1)", long.MinValue)]
    [InlineData("checked_divide(9223372036854775807, -1)", -9223372036854775807L)]
    [InlineData("checked_divide(7, 0)", null)]
    [InlineData("checked_divide(NULL, 2)", null)]
    [InlineData("checked_abs(-9223372036854775807)", long.MaxValue)]
    [InlineData("checked_abs(5)", 5L)]
    [InlineData("to_int32(2147483647)", 2147483647L)]
    [InlineData("to_int32(-2147483648)", -2147483648L)]
    [InlineData("to_int64(2.9)", 2L)]
    [InlineData("to_int64(-2.9)", -2L)]
    [InlineData("to_int64(9223372036854774784.0)", 9223372036854774784L)]
    [InlineData("to_int64(-9223372036854775808.0)", long.MinValue)]
    [InlineData("to_int64(5)", 5L)]
    [InlineData("checked_add(NULL, 1)", null)]
    [InlineData("checked_add(1, NULL)", null)]
    [InlineData("checked_subtract(NULL, NULL)", null)]
    [InlineData("checked_multiply(NULL, 1)", null)]
    [InlineData("checked_negate(NULL)", null)]
    [InlineData("checked_abs(NULL)", null)]
    [InlineData("to_int32(NULL)", null)]
    [InlineData("to_int64(NULL)", null)]
    public async Task IntegerArithmetic_IsExact(string expression, long? expected) =>
        (await engine.ValueAsync(expression, 'i')).ShouldBe(expected);

    [Theory]
    [InlineData("checked_add(9223372036854775807, 1)")]
    [InlineData("checked_add(-9223372036854775807, -2)")]
    [InlineData("checked_subtract(-9223372036854775807, 2)")]
    [InlineData("checked_subtract(0, -9223372036854775807 - 1)")]
    [InlineData("checked_multiply(3037000500, 3037000500)")]
    [InlineData("checked_multiply(-9223372036854775807 - 1, -1)")]
    [InlineData("checked_multiply(9223372036854775807, 9223372036854775807)")]
    [InlineData("checked_negate(-9223372036854775807 - 1)")]
    [InlineData("checked_divide(-9223372036854775807 - 1, -1)")]
    [InlineData("checked_abs(-9223372036854775807 - 1)")]
    [InlineData("to_int32(2147483648)")]
    [InlineData("to_int32(-2147483649)")]
    [InlineData("to_int64(9223372036854775808.0)")]
    [InlineData("to_int64(-9223372036854777856.0)")]
    [InlineData("to_int64(1e999)")]
    public async Task AnIntegerThatDoesNotFit_IsAnOverflow_ThatNamesTheStatement(string expression)
    {
        var failure = await Should.ThrowAsync<OfflineEngineException>(() => engine.ValueAsync(expression, 'i'));
        failure.Message.ShouldBe($"SQLite: integer overflow. The statement starts: SELECT {expression}");
    }

    [Theory]
    [InlineData("checked_add(1.5, 1)", "checked arithmetic takes integers")]
    [InlineData("checked_abs('1')", "checked arithmetic takes integers")]
    [InlineData("round_even('1')", "a function of numbers takes a number")]
    [InlineData("to_int64('1')", "a conversion to an integer takes a number")]
    public async Task AnArgumentOfAnotherType_IsRefused(string expression, string reason) =>
        (await Should.ThrowAsync<OfflineEngineException>(() => engine.ValueAsync(expression, 'i'))).Message.ShouldContain(reason);

    [Fact]
    public async Task AnOverflow_IsNotRaised_WhereItsBranchIsNotTaken() =>
        (await engine.TextsAsync("SELECT CASE WHEN x > 0 THEN checked_negate(-9223372036854775807 - 1) ELSE 1 END FROM (SELECT 0 AS x UNION ALL SELECT -1)", "i"))
            .ShouldBe(["1", "1"]);
}
