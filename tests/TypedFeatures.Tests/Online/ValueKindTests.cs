using TypedFeatures.Online;

namespace TypedFeatures.Tests.Online;

public sealed class ValueKindTests
{
    private enum Grade : short
    {
        Low = -5,
        None = 0,
        High = 300,
    }

    private enum Big : ulong
    {
        Small = 1,
        Huge = ulong.MaxValue,
    }

    [Theory]
    [InlineData("", "a")]
    [InlineData("a", "ab")]
    [InlineData("a", "b")]
    [InlineData("Z", "a")]
    [InlineData("z", "é")]
    [InlineData("\uFFFD", "\U0001F600")] // U+FFFD before U+1F600, though its UTF-16 unit is greater
    [InlineData("\uE000x", "\U00010000")]
    [InlineData("\U0001F600", "\U0001F601")]
    public void Text_IsOrderedByCodePoint(string smaller, string greater)
    {
        StringKind.Compare(smaller, greater).ShouldBeLessThan(0);
        StringKind.Compare(greater, smaller).ShouldBeGreaterThan(0);
        StringKind.Compare(smaller, new string(smaller)).ShouldBe(0);
    }

    [Fact]
    public void Guids_AreOrderedByTheirText()
    {
        var random = new Random(7);
        var guids = Enumerable.Range(0, 200).Select(_ =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return new Guid(bytes);
        }).ToArray();
        var byKind = guids.ToArray();
        Array.Sort(byKind, GuidKind.Compare);
        byKind.ShouldBe(guids.OrderBy(g => g.ToString("D"), StringComparer.Ordinal));
    }

    [Fact]
    public void Enums_AreOrderedByValue()
    {
        EnumKind<Grade>.Compare(Grade.Low, Grade.None).ShouldBeLessThan(0);
        EnumKind<Grade>.Compare(Grade.High, Grade.None).ShouldBeGreaterThan(0);
        EnumKind<Big>.Compare(Big.Huge, Big.Small).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void EveryKind_ReadsWhatItWrote()
    {
        RoundTrip<bool, BooleanKind>(true, false);
        RoundTrip<int, Int32Kind>(0, -1, int.MinValue, int.MaxValue);
        RoundTrip<long, Int64Kind>(0, -1, long.MinValue, long.MaxValue);
        RoundTrip<float, SingleKind>(0, -1.5f, float.MaxValue);
        RoundTrip<double, DoubleKind>(0, 0.1, double.Epsilon, double.MaxValue);
        RoundTrip<string, StringKind>("", "a", "é\U0001F600", "a");
        RoundTrip<Guid, GuidKind>(Guid.Empty, new Guid("00112233-4455-6677-8899-aabbccddeeff"));
        RoundTrip<DateTime, InstantKind>(Instant.ToDateTime(Instant.Min), Instant.ToDateTime(0), Instant.ToDateTime(Instant.Max));
        RoundTrip<DateOnly, DateKind>(new DateOnly(1900, 1, 1), new DateOnly(2026, 2, 28), new DateOnly(2299, 12, 31));
        RoundTrip<TimeSpan, TimeSpanKind>(TimeSpan.Zero, TimeSpan.FromMicroseconds(-1), TimeSpan.FromDays(10_000));
        RoundTrip<Grade, EnumKind<Grade>>(Grade.Low, Grade.None, Grade.High);
        RoundTrip<Big, EnumKind<Big>>(Big.Small, Big.Huge);
    }

    [Fact]
    public void BytesThatAreNoValue_AreRefused()
    {
        Refuses<bool, BooleanKind>([2]);
        Refuses<int, Int32Kind>(Bytes.Of((ref StateWriter w) => w.WriteVarInt64(1L + int.MaxValue)));
        Refuses<long, Int64Kind>([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x02]);
        Refuses<double, DoubleKind>([1, 2, 3]);
        Refuses<string, StringKind>([0, 2, 0xC3, 0x28]);
        Refuses<string, StringKind>([1, 0]);
        Refuses<string, StringKind>([0, 200]);
        Refuses<DateTime, InstantKind>(Bytes.Of((ref StateWriter w) => w.WriteVarInt64(253_402_300_800_000_000)));
        Refuses<DateOnly, DateKind>(Bytes.Of((ref StateWriter w) => w.WriteVarInt64(long.MaxValue)));
        Refuses<TimeSpan, TimeSpanKind>(Bytes.Of((ref StateWriter w) => w.WriteVarInt64(long.MaxValue)));
        Refuses<Grade, EnumKind<Grade>>(Bytes.Of((ref StateWriter w) => w.WriteVarInt64(1)));
        Refuses<Grade, EnumKind<Grade>>(Bytes.Of((ref StateWriter w) => w.WriteVarInt64(65_536)));
        Refuses<Guid, GuidKind>([]);
    }

    private static void RoundTrip<T, TKind>(params T[] values)
        where T : notnull
        where TKind : struct, IValueKind<T>
    {
        var bytes = Bytes.Of((ref StateWriter writer) =>
        {
            foreach (var value in values)
            {
                TKind.Write(ref writer, value);
            }
        });
        var read = Bytes.Read(bytes, (ref StateReader reader) =>
        {
            var result = new T[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                result[i] = TKind.Read(ref reader);
            }

            return result;
        });
        read.ShouldBe(values);
    }

    private static void Refuses<T, TKind>(byte[] bytes)
        where T : notnull
        where TKind : struct, IValueKind<T> =>
        Should.Throw<InvalidDataException>(() => Bytes.Read(bytes, (ref StateReader reader) => TKind.Read(ref reader)));
}
