using Shop;

namespace TypedFeatures.Parity.Tests;

/// <summary>Rows and requests at the edges of every type, for the service <see cref="ParcelQuote"/>.</summary>
internal static class QuoteRows
{
    private static readonly DateTime Start = new(2024, 2, 28, 23, 59, 59, DateTimeKind.Utc);

    public static DateTime AsOf { get; } = new(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Depots whose scores scale to ordinary numbers, to infinities, to zero, to nothing.</summary>
    public static IReadOnlyList<Parcel> Parcels { get; } =
    [
        .. new (int? Depot, double? Score)[]
        {
            (1, 1.5), (1, -2), (2, 1e10), (2, 0), (3, -0.0), (4, null), (5, 5e-324), (6, 1e8), (6, -1e8), (null, 3),
        }.Select((p, i) => new Parcel
        {
            ParcelId = new Guid(i, 0, 0, new byte[8]),
            ScannedAt = Start.AddSeconds(i),
            Courier = i % 3 == 0 ? null : "c" + (i % 2),
            Zone = i % 2,
            Items = 1 + (i % 3),
            Depot = p.Depot,
            Score = p.Score,
            Size = ParcelSize.Medium,
        }),
    ];

    public static IReadOnlyList<Courier> Couriers { get; } =
    [
        new() { Code = "c0", From = Start.AddDays(-1), RecordedAt = Start.AddDays(-1), Region = "north" },
        new() { Code = "c1", From = Start.AddDays(-1), RecordedAt = Start.AddSeconds(4), Region = "süd\U0001F600" },
    ];

    /// <summary>Every value of every input at least once, in a fixed random mixture.</summary>
    public static IReadOnlyList<ParcelQuote.Spine> Spine(int count, int seed)
    {
        var random = new Random(seed);
        T Any<T>(params T[] values) => values[random.Next(values.Length)];
        return
        [
            .. Enumerable.Range(0, count).Select(_ => new ParcelQuote.Spine(
                FromDepot: random.Next(1, 8),
                ToDepot: random.Next(1, 8),
                FromZone: random.Next(0, 3),
                FromItems: random.Next(1, 4),
                Note: Any<string?>(null, "", "a", "ß", "\U0001F600", "e\u0301", "'quoted'"),
                Weight: Any<double?>(null, 0, -0.0, 1, -1, 1.5, 1e308, -1e308, 5e-324, 0.1, 1e8),
                Tariff: Any(0f, -0f, 1f, -1.5f, float.MaxValue, float.Epsilon, 0.1f),
                Cents: Any(0, 1, 100, 101, -7, 700, long.MaxValue, long.MinValue),
                PostedAt: Any(
                    new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                    new DateTime(2299, 12, 31, 23, 59, 59, DateTimeKind.Utc).AddTicks(9_999_999),
                    new DateTime(1969, 12, 31, 23, 59, 59, DateTimeKind.Utc).AddTicks(9_999_995),
                    new DateTime(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc)),
                Allowed: Any<TimeSpan?>(null, TimeSpan.Zero, TimeSpan.FromTicks(-1), TimeSpan.FromTicks(19), TimeSpan.FromHours(-25), TimeSpan.FromDays(10_000)),
                Size: Any(ParcelSize.Small, ParcelSize.Large, ParcelSize.Medium),
                Discount: Any<decimal?>(null, 0m, -0.0m, 1.5m, -1.999m, 0.001m, 999_999_999_999_999.999m, -999_999_999_999_999.999m, 90_071_992_547_409.931m, 100m),
                AsOf: AsOf.AddSeconds(random.Next(-100_000, 10)))),
        ];
    }
}
