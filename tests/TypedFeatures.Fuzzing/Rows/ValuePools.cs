using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Rows;

/// <summary>The values that the rows and the literals of one batch draw from: few, so that ties are common, and such as engines disagree on when they are not told.</summary>
public sealed class ValuePools
{
    private static readonly string[] Texts =
    [
        "", "a", "A", "abc", "Abc", "ABC", "b", "B", "a%", "100%", "_", "a_c", " a", "é", "É", "e\u0301", "\uFF5E", "\U0001F600", "a\U0001F600",
        "\U0001F600\U0001F601", "ß", "İ", "'quoted'", "line\nbreak", "\\", "zz", "日本", "{0}", "NULL", "\t",
    ];

    private static readonly string[][] CaseOnly = [["abc", "Abc"], ["ABC", "abc"], ["a", "A"], ["é", "É"], ["abc", "ABC"]];

    private static readonly double[] Doubles = [0, -0d, 1, 2, 2.5, 3.5, 0.5, -0.5, -1.5, 10, 10.25, 0.1, 0.2, 0.3, -7, 1e-5, 123456.789, 1.0 / 3];
    private static readonly double[] ExtremeDoubles = [1e308, -1e308, double.MaxValue, 5e-324, 1e16, 9007199254740993, -1e200, 1e154];
    private static readonly long[] Longs = [0, 1, -1, 2, 3, 5, 7, 1000, -7, 4_294_967_296];
    private static readonly long[] ExtremeLongs = [long.MaxValue, long.MinValue, long.MaxValue - 1, 9007199254740993, -9007199254740994, 4611686018427387904];
    private static readonly int[] Ints = [0, 1, -1, 2, 3, 5, 7, 10, -3, 100];
    private static readonly int[] ExtremeInts = [int.MaxValue, int.MinValue, int.MaxValue - 1, 1_500_000_000];
    private static readonly decimal[] Decimals = [0.00m, 0.01m, -0.01m, 1.00m, 1.50m, 2.25m, 9.99m, -7.10m, 100.00m, 0.10m];
    private static readonly decimal[] ExtremeDecimals = [9_999_999_999.99m, -9_999_999_999.99m, 9_999_999_999.98m, 5_000_000_000.00m];
    private static readonly decimal[] Bigs = [0.0000m, 0.0001m, 1.0000m, 0.5000m, -0.5000m, 2.2500m, 12_345_678_901_234.5678m, 1.0001m, -3.3333m, 10.0000m, 90_071_992_547_409.9301m];
    private static readonly decimal[] ExtremeBigs = [99_999_999_999_999.9999m, -99_999_999_999_999.9999m, 50_000_000_000_000.0000m, -90_071_992_547_409.9303m];
    private static readonly float[] Floats = [0f, -0f, 1f, 1.1f, 0.1f, -2.5f, 3.25f, 16777216f];
    private static readonly float[] ExtremeFloats = [1e10f, 3.4e38f, 1e-45f, -3.4e38f];

    private static readonly float[][] Vectors = [[1, 2, 3], [0, -0f, 0], [0.5f, -0.25f, 4], [0.1f, 1.5f, 16777216], [-1, 8, 1e-5f]];

    private static readonly DateOnly[] Dates =
    [
        new(2024, 2, 29), new(2024, 3, 1), new(1969, 12, 31), new(1970, 1, 1), new(1900, 1, 1), new(2299, 12, 31), new(2000, 12, 31), new(2023, 1, 1), new(1904, 2, 29), new(2024, 3, 31),
    ];

    private static readonly TimeSpan[] Spans =
    [
        TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromMicroseconds(-1), TimeSpan.FromHours(25), TimeSpan.FromDays(-2.5), TimeSpan.FromSeconds(61.5),
        TimeSpan.FromMilliseconds(-1.5), TimeSpan.FromDays(400), TimeSpan.FromTicks(15), TimeSpan.FromTicks(-15), TimeSpan.FromDays(-400),
    ];

    // The instants at which clocks in Amsterdam and New York change, and others at which calendars do something.
    private static readonly DateTime[] Instants =
    [
        At(2024, 3, 31, 1), At(2024, 3, 31, 0, 59), At(2024, 10, 27, 1), At(2024, 3, 10, 7), At(2024, 2, 29), At(1969, 12, 31, 23, 59), At(1970, 1, 1), At(1900, 1, 1), At(2299, 12, 31, 23),
        At(2000, 2, 29, 12, 30),
    ];

    private readonly Random random;
    private readonly Dictionary<Kind, object[]> pools;

    public ValuePools(Random random, Clock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.random = random;
        pools = new Dictionary<Kind, object[]>
        {
            [Kind.Bool] = [true, false],
            [Kind.Int] = Few(Ints, ExtremeInts, 0.15),
            [Kind.Long] = Few(Longs, ExtremeLongs, 0.2),
            [Kind.Float] = Few(Floats, ExtremeFloats, 0.15),
            [Kind.Double] = Few(Doubles, ExtremeDoubles, 0.15),
            [Kind.Decimal] = Few(Decimals, ExtremeDecimals, 0.15),
            [Kind.Big] = Few(Bigs, ExtremeBigs, 0.2),
            [Kind.String] = SomeTexts(),
            [Kind.Guid] = [.. Enumerable.Range(0, 5).Select(i => (object)new Guid(i % 2 == 0 ? i : i | (0x7F << 24), (short)(i * 256), (short)i, 1, 2, 3, 4, 5, 6, 7, (byte)(255 - i)))],
            [Kind.Instant] = [.. Few(Instants, [], 0).Take(4), .. clock.Instants.Cast<object>().Take(2)],
            [Kind.Date] = Few(Dates, [], 0),
            [Kind.Span] = Few(Spans, [TimeSpan.FromDays(10_600_000), TimeSpan.FromDays(-10_600_000)], 0.07),
            [Kind.Hue] = [.. new[] { "Red", "Green", "Blue", "Grey" }.Select(m => new EnumName("Hue", m))],
            [Kind.Zone] = [.. new[] { "Low", "Middle", "High" }.Select(m => new EnumName("Zone", m))],
            [Kind.Vector] = [.. Vectors],
            [Kind.Mark] = [.. new[] { "Cold", "None", "Heavy", "3", "Upright", "133", "64" }.Select(m => new EnumName("Mark", m))],
        };
    }

    /// <summary>The declarations of the enums.</summary>
    public static string Enums =>
        "public enum Hue { Red = 2, Green = -1, Blue = 0, Grey = 10 }\npublic enum Zone : long { High = 5_000_000_000, Low = -5_000_000_000, Middle = 0 }\n"
        + "[Flags, StoredAs(EnumStorage.Number)] public enum Mark : byte { None = 0, Fragile = 1, Cold = 2, Heavy = 4, Weighty = 4, Upright = 128 }\n";

    /// <summary>Some value of a kind.</summary>
    public object Draw(Kind kind) => random.Pick(pools[kind]);

    /// <summary>A few values of a kind, for one column to draw from: at most as many as say how different its rows are.</summary>
    public IReadOnlyList<object> Some(Kind kind, int count)
    {
        // The first two are everywhere, so that columns meet: joins match, and equalities hold.
        var shuffled = pools[kind].Skip(2).ToArray();
        random.Shuffle(shuffled);
        return [.. pools[kind].Take(2), .. shuffled.Take(count - 2)];
    }

    /// <summary>Often with two that differ in case alone, which then stand in every column.</summary>
    private object[] SomeTexts()
    {
        var texts = Few(Texts, [], 0);
        return random.Chance(0.6) ? [.. random.Pick(CaseOnly).Concat(texts).Distinct()] : texts;
    }

    private object[] Few<T>(T[] values, T[] extremes, double chance)
        where T : notnull
    {
        var shuffled = values.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(6).Cast<object>(), .. random.Chance(chance) ? random.GetItems(extremes, 2).Cast<object>() : []];
    }

    private static DateTime At(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, DateTimeKind.Utc);
}
