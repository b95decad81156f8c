namespace TypedFeatures.Parity.Tests;

/// <summary>
/// The values histories draw from: few, so that ties are common, and such as engines disagree on when they are not told. Each history
/// takes its extremes or leaves them, so that most histories have sums that can be compared exactly enough.
/// </summary>
internal sealed class ValuePools
{
    private static readonly double[] Doubles = [0, -0d, 1, 2, 2.5, 3.5, 0.5, -0.5, -1.5, 10, 10.25, 0.1, 0.2, 0.3, -7, 1e-5, 123456.789, 1.0 / 3];
    private static readonly double[] Extremes = [1e308, -1e308, 1.7976931348623157e308, 5e-324, -5e-324, 1e16, 9007199254740993, -1e200, 1e154];

    // U+FF5E sorts after U+1F600 by UTF-16 unit and before it by code point.
    private static readonly string[] Texts =
        ["", "a", "A", "abc", "Abc", "ABC", "b", "B", "a%", "100%", "_", "a_c", " a", "é", "É", "e\u0301", "Ünï", "\uFF5E", "\U0001F600", "a\U0001F600", "\U0001F600\U0001F601", "ß", "İ", "'quoted'", "line\nbreak", "\\", "zz", "日本"];

    private static readonly DateOnly[] Dates =
        [new(2024, 2, 29), new(2024, 3, 1), new(1969, 12, 31), new(1970, 1, 1), new(1900, 1, 1), new(2299, 12, 31), new(2000, 12, 31), new(2023, 1, 1), new(1904, 2, 29)];

    private static readonly TimeSpan[] Spans =
    [
        TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromMicroseconds(-1), TimeSpan.FromHours(25), TimeSpan.FromDays(-2.5), TimeSpan.FromSeconds(61.5),
        TimeSpan.FromMilliseconds(-1.5), TimeSpan.FromDays(400), TimeSpan.FromTicks(15), TimeSpan.FromTicks(-15),
    ];

    private readonly Random random;
    private readonly Clock clock;
    private readonly int tag;
    private readonly double[] doubles;
    private readonly long[] longs;
    private readonly int[] ints;
    private readonly string[] texts;
    private readonly float[] singles;
    private readonly double[] rates;
    private readonly DateTime[] instants;
    private readonly TimeSpan[] spans;

    public ValuePools(Random random, Clock clock, int tag)
    {
        this.random = random;
        this.clock = clock;
        this.tag = tag;
        var isExtreme = random.Chance(0.2);
        doubles = [.. Few(Doubles, 6), .. isExtreme ? Few(Extremes, 3) : []];
        spans = random.Chance(0.1) ? [.. Spans, TimeSpan.FromDays(10_600_000), TimeSpan.FromDays(-10_600_000)] : Spans;
        rates = [1, 0.5, 0.25, 2, -0d, 1.1, .. isExtreme ? [1e200, 1e200] : Array.Empty<double>()];
        instants = [.. Enumerable.Range(0, 5).Select(_ => clock.Near(random))];
        longs = Few([0, 1, -1, 2, 3, 5, 1000, -7, 4_294_967_296], 5)
            .Concat(random.Chance(0.3) ? Few([long.MaxValue, long.MinValue, long.MaxValue - 1, 9007199254740993, -9007199254740994, 9007199254740995, 4611686018427387904], 3) : []).ToArray();
        ints = Few([0, 1, -1, 2, 3, 5, 7, 10, -3], 5)
            .Concat(random.Chance(0.15) ? Few([int.MaxValue, int.MinValue, int.MaxValue - 1, 1_500_000_000], 2) : []).ToArray();
        texts = Few(Texts, 6);
        singles = [0f, -0f, 1f, 1.1f, 0.1f, -2.5f, 16777216f, 1e-45f, .. isExtreme ? [3.4e38f, 1e10f] : Array.Empty<float>()];
    }

    /// <summary>Most often one of a few of this history's own, sometimes a microsecond beside it, so that rows meet at one instant.</summary>
    public DateTime Instant() => random.Next(8) switch
    {
        0 => clock.Near(random),
        1 => random.Pick(instants).AddMicroseconds(random.Chance(0.5) ? 1 : -1),

        // As far from another row as a session's gap, or a microsecond more.
        2 => random.Pick(instants) - random.Pick(Lengths.Tiles) - TimeSpan.FromMicroseconds(random.Next(2)),
        _ => random.Pick(instants),
    };

    public double Rate() => random.Pick(rates);

    public double Double() => random.Pick(doubles);

    public long Long() => random.Pick(longs);

    public int Int() => random.Pick(ints);

    public int SmallInt() => random.Next(-2, 9);

    public float Single() => random.Pick([0f, -0f, 1f, 1.1f, 0.1f, -2.5f, 1e10f, 16777216f, 3.4e38f, 1e-45f]);

    /// <summary>Totals of the greatest leave the range of floats in some histories.</summary>
    public float[] Vector(int length) => [.. Enumerable.Range(0, length).Select(_ => random.Pick(singles))];

    public string Text() => random.Pick(texts);

    public DateOnly Date() => random.Pick(Dates);

    public TimeSpan Span() => random.Pick(spans);

    public T Enum<T>()
        where T : struct, Enum => random.Pick(System.Enum.GetValues<T>());

    /// <summary>One of a few numbers of this history's own.</summary>
    public long Key(int count) => (tag * 100L) + random.Next(count);

    /// <summary>One of a few texts of this history's own, some of them alike.</summary>
    public string Name(int count) => random.Next(count) switch { 0 => $"{tag}", 1 => $"{tag}\U0001F600", 2 => $"{tag}a", _ => $"{tag}A" };

    /// <summary>One of a few GUIDs of this history's own. The second half orders differently as bytes and as text.</summary>
    public Guid Guid(int count)
    {
        var number = random.Next(count);
        return new Guid(number % 2 == 0 ? tag : tag | (0x7F << 24), (short)(number * 256), (short)number, 1, 2, 3, 4, 5, 6, 7, (byte)(255 - number));
    }

    private T[] Few<T>(T[] values, int count) => [.. random.GetItems(values, count)];
}
