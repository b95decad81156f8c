using System.Globalization;

namespace TypedFeatures.Postgres.Tests;

/// <summary>The functions of a store's schema say what C# says, to the bit.</summary>
public sealed class FunctionTests
{
    private static readonly double[] Doubles =
    [
        0, 1, -1, 0.5, 3, -7, 1e-150, 1e150, 1.0000000000000002, double.Epsilon, -double.Epsilon, 2 * double.Epsilon, 3 * double.Epsilon, 2.2250738585072014e-308, 1e-310,
        double.MaxValue, double.MinValue, double.MaxValue / 2, 8.98846567431158e307, 1e290, 9.9792015476736e291, 1.3407807929942597e154, 1.3407807929942596e154,
        1.5717277847026288e-162, 1.5717277847026285e-162, 2.2227587494850775e-162, 4.4501477170144023e-308, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
    ];

    [PostgresTheory]
    [InlineData("ieee_multiply")]
    [InlineData("ieee_divide")]
    [InlineData("ieee_add")]
    public async Task Doubles_NeitherOverflowNorUnderflowWithAnError(string function)
    {
        await using var store = await ScratchStore.OpenAsync();
        var random = new Random(1);
        var values = Doubles.Concat(Enumerable.Range(0, 120).Select(_ => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)))).ToArray();
        foreach (var name in new[] { function, function + "_computed" })
        {
            await using var cursor = await store.Engine.QueryAsync(new(
                $"SELECT a, b, {name}(a, b) FROM (VALUES {Rows(values)}) AS x (a), (VALUES {Rows(values)}) AS y (b)", []));
            var count = 0;
            while (await cursor.ReadAsync())
            {
                var (a, b) = (cursor.GetDouble(0), cursor.GetDouble(1));
                var expected = function switch { "ieee_multiply" => a * b, "ieee_divide" => a / (b + 0d), _ => a + b };
                cursor.GetDouble(2).ShouldBe(expected, $"{name}({a:R}, {b:R})");
                count++;
            }

            count.ShouldBe(values.Length * values.Length);
        }
    }

    [PostgresFact]
    public async Task ToSingle_RoundsAsACastDoes()
    {
        await using var store = await ScratchStore.OpenAsync();
        double[] values =
        [
            .. Doubles, float.MaxValue, 3.4028235677973366e38, 3.4028235677973362e38, 7.006492321624085e-46, 7.0064923216240862e-46, float.Epsilon, -3.4028235677973366e38, 0.1,
        ];
        await using var cursor = await store.Engine.QueryAsync(new($"SELECT x, to_single(x) FROM (VALUES {Rows(values)}) AS v (x)", []));
        while (await cursor.ReadAsync())
        {
            cursor.GetSingle(1).ShouldBe((float)cursor.GetDouble(0), $"{cursor.GetDouble(0):R}");
        }
    }

    [PostgresFact]
    public async Task Sums_OfDoublesThatLeaveTheRange_AreInfinite_AndMeansOfLargeOnesAreNot()
    {
        await using var store = await ScratchStore.OpenAsync();

        (await store.RowsAsync("SELECT ieee_total(NULL, huge_sum(x)) FROM (VALUES (1.7e308::double precision), (1.7e308)) AS v (x)")).ShouldBe(["Infinity"]);
        (await store.RowsAsync("SELECT ieee_total(5, huge_sum(x)) FROM (VALUES (1.7e308::double precision), (-1.7e308)) AS v (x)")).ShouldBe(["5"]);
        (await store.RowsAsync("SELECT ieee_total(sum(x), huge_sum(x) FILTER (WHERE false)) FROM (VALUES (1e200::double precision), (-1e200)) AS v (x)")).ShouldBe(["0"]);
        (await store.RowsAsync("SELECT coalesce(ieee_total(sum(x), huge_sum(x)), -1) FROM (VALUES (NULL::double precision)) AS v (x)")).ShouldBe(["-1"]);
    }

    [PostgresTheory]
    [InlineData("9007199254740993", 2)]
    [InlineData("-9007199254740994", 1)]
    [InlineData("9223372036854775807", 3)]
    [InlineData("9223372036854775808", 1)]
    [InlineData("-9223372036854775809", 7)]
    [InlineData("-92233720368547758079999", 10)]
    public async Task MeansOfIntegers_TakeTheStepsOfTheReference(string total, int count)
    {
        await using var store = await ScratchStore.OpenAsync();
        var sum = Int128.Parse(total, CultureInfo.InvariantCulture);
        var expected = sum >= long.MinValue && sum <= long.MaxValue
            ? (double)(long)sum / count
            : (((long)(sum >> 32) * 4_294_967_296.0) + (long)(sum & 0xFFFF_FFFF)) / count;

        await using var cursor = await store.Engine.QueryAsync(new($"SELECT integer_average({total}, {count})", []));
        await cursor.ReadAsync();

        cursor.GetDouble(0).ShouldBe(expected);
    }

    [PostgresTheory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("é€😀")]
    [InlineData("\uE000\uFFFD😀😀\u0001")]
    public async Task Lengths_AreUtf16(string text)
    {
        await using var store = await ScratchStore.OpenAsync();

        (await store.RowsAsync($"SELECT utf16_length('{text}')")).ShouldBe([text.Length.ToString(CultureInfo.InvariantCulture)]);
    }

    [PostgresFact]
    public async Task Instants_MoveByMicroseconds_AndNotBeyondTheYears()
    {
        await using var store = await ScratchStore.OpenAsync();

        (await store.RowsAsync("SELECT add_microseconds('1900-01-01 00:00:00', 12622780799999999), microseconds_between('1900-01-01', '2299-12-31 23:59:59.999999')"))
            .ShouldBe(["2299-12-31T23:59:59.999999,12622780799999999"]);
        (await store.RowsAsync("SELECT add_microseconds('2299-12-31 23:59:59.999999', -12622780799999999), microseconds_between('2024-01-02', '2024-01-01 23:59:59.999999')"))
            .ShouldBe(["1900-01-01T00:00:00,-1"]);
        (await Should.ThrowAsync<Offline.OfflineEngineException>(() => store.RowsAsync("SELECT add_microseconds('2299-12-31', 300000000000000000)")))
            .Message.ShouldContain("out of range");
    }

    private static string Rows(IEnumerable<double> values) => string.Join(", ", values.Select(v => $"('{v.ToString("R", CultureInfo.InvariantCulture)}'::double precision)"));
}
