using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Another view's snapshots at every midnight, as a dimension.</summary>
internal static class ViewJoinCases
{
    private static readonly DateTime Midnight = T.Date;

    private static readonly MerchantBuyers None = new() { MerchantId = 7 };

    private static readonly MerchantBuyers OnceFor10 = None with
    {
        KnownBuyers30d = 1, LatestBuyerPurchases7d = 1, LatestBuyerAverage = 10, LatestBuyerFavourite = "books", LargestSpend = 10,
    };

    private static readonly Purchase First = Buy("a", T - Days(3));

    private static readonly Purchase Second = Buy("b", T - Days(1), amount: 30);

    public static readonly HandParagraph All = new("Views over views")
    {
        { "Without rows there is the empty value", Rows(First with { MerchantId = 8 }), None },
        { "A row meets the snapshot of the last instant of the grid, and the buyer's first purchase meets none", Rows(First, Second), OnceFor10 with { Purchases30d = 2 } },
        { "The other view sees rows of all entities of this one", Rows(First with { MerchantId = 8 }, Second) with { Merchants = [Uk, Uk with { MerchantId = 8 }] }, OnceFor10 with { Purchases30d = 1 } },
        { "A row at an instant of the grid meets the snapshot of that instant, which has seen the row itself", Rows(Buy("a", Midnight)), OnceFor10 with { Purchases30d = 1 } },
        { "A microsecond before, it meets the snapshot before", Rows(Buy("a", Midnight - Microsecond)), None with { Purchases30d = 1 } },
        { "A row a microsecond before the instant is in its snapshot", Rows(Buy("a", Midnight - Microsecond), Buy("b", T)), OnceFor10 with { Purchases30d = 2 } },
        {
            "What became known after the instant is not in its snapshot, though it is known by now",
            Rows(Buy("a", T - Days(3), ingested: Midnight - Days(1) + Microsecond), Second),
            None with { Purchases30d = 2 }
        },
        {
            "What became known at the instant is in its snapshot",
            Rows(Buy("a", T - Days(3), ingested: Midnight - Days(1)), Second),
            OnceFor10 with { Purchases30d = 2 }
        },
        {
            "Where everything is known, so it was to the snapshot",
            Rows(Buy("a", T - Days(3), ingested: Midnight), Second),
            OnceFor10 with { Purchases30d = 2 },
            Knowledge.Everything
        },
        {
            "A row that was known before it happened meets the snapshot of when it was known",
            Rows(Buy("a", T - Days(4)), Buy("c", Midnight - Days(2) + Hours(1), amount: 30), Buy("b", T - Days(1), ingested: T - Days(3))),
            OnceFor10 with { Purchases30d = 3, KnownBuyers30d = 2 }
        },
        {
            "Where everything is known, it meets the snapshot of when it happened",
            Rows(Buy("a", T - Days(4)), Buy("c", Midnight - Days(2) + Hours(1), amount: 30), Buy("b", T - Days(1), ingested: T - Days(3))),
            OnceFor10 with { Purchases30d = 3, KnownBuyers30d = 2, LatestBuyerPurchases7d = 2, LatestBuyerAverage = 20, LargestSpend = 40 },
            Knowledge.Everything
        },
        {
            "The snapshot's windows end at its instant",
            Rows(Buy("a", Midnight - Days(8)), Buy("b", Midnight - Days(7)), Buy("c", Midnight - Days(7) + Microsecond), Buy("d", T)),
            OnceFor10 with { Purchases30d = 4, KnownBuyers30d = 4, LargestSpend = 30 }
        },
        { "An entity whose rows lie before the longest look-back is not in the snapshot", Rows(Buy("a", T - Days(400)), Second), None with { Purchases30d = 1 } },
        {
            "Of duplicates and versions the snapshot sees the one known first",
            Rows(First, First with { IngestedAt = T, Amount = 99 }, Second),
            OnceFor10 with { Purchases30d = 2 }
        },
        {
            "The snapshot's own dimensions and filters are the other view's",
            Rows(First with { Status = OrderStatus.Refunded }, Buy("c", T - Days(2), amount: 0), Second),
            None with { Purchases30d = 3 }
        },
        {
            "An entity of which a feature that cannot be null is infinite is not in the snapshot",
            Rows(Buy("a", T - Days(3), amount: 1e308), Buy("c", T - Days(3) + Microsecond, amount: 1e308), Second),
            None with { Purchases30d = 3 }
        },
        {
            "Before 1970 the grid goes on",
            Rows([Trade(Utc(1960, 1, 1))], Buy("a", Utc(1969, 12, 30)), Buy("b", Utc(1969, 12, 31) + Hours(6))),
            OnceFor10 with { Purchases30d = 2, KnownBuyers30d = 2 },
            Utc(1969, 12, 31) + Hours(12)
        },
    };

    private static DateTime Utc(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
