using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class WindowCases
{
    public static readonly HandParagraph All = new("Windows")
    {
        { "A window includes its as-of instant", Rows(Buy("a", T)), OnePurchase(daysAgo: 0) },
        { "A window includes the microsecond before its as-of instant", Rows(Buy("a", T - Microsecond)), OnePurchase(daysAgo: 10d / 864_000_000_000d) },
        { "A window excludes the microsecond after its as-of instant", Rows(Buy("a", T + Microsecond)), NoPurchases },
        { "A window excludes its start", Rows(Buy("a", T - Days(7))), OnePurchase(daysAgo: 7) with { Purchases7d = 0 } },
        { "A window excludes the microsecond before its start", Rows(Buy("a", T - Days(7) - Microsecond)), OnePurchase(daysAgo: 6_048_000_000_010d / 864_000_000_000d) with { Purchases7d = 0 } },
        { "A window includes the microsecond after its start", Rows(Buy("a", T - Days(7) + Microsecond)), OnePurchase(daysAgo: 6_047_999_999_990d / 864_000_000_000d) },
        {
            "Every window has its own start",
            Rows(Buy("a", T - Days(30)), Buy("b", T - Days(90)), Buy("c", T - Days(365))),
            NoPurchases with { FavouriteCategory90d = "books", DaysSinceLastPurchase = 30 }
        },
        { "A purchase at the start of the longest window is in none", Rows(Buy("a", T - Days(365))), NoPurchases },
        {
            "All reaches back to the beginning and up to the as-of instant",
            Rows(Buy("a", new DateTime(1950, 1, 1, 0, 0, 0, DateTimeKind.Utc), 1), Buy("b", T, 2), Buy("c", T + Microsecond, 3)),
            NoBooks with { Purchases = 2, Unmatched = 1, LatestCountry = "GB", FirstAmount = 1, LatestAmount = 2 }
        },
        {
            "Where narrows a window",
            Rows([Uk, Trade(T - Days(2), "FR")], Buy("a", T - Days(3), 5), Buy("b", T - Days(1), 7)),
            NoBooks with { Purchases = 2, Spend30dAbroad = 7, LatestCountry = "FR", FirstAmount = 5, LatestAmount = 7 }
        },
        {
            "Last is exact to the microsecond for a stream without ingest time",
            Rows(Scan(1, T - Days(7)) with { Cents = 100 }, Scan(2, T - Days(7) + Microsecond) with { Cents = 1 }),
            NoParcels with { Parcels = 2, NotAboveTen = 2, Items = 2, Cents = 101, DoubledCents7d = 2, AverageCents = 50.5, CentsPerItem = 50.5 }
        },
    };
}
