using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class DimensionCases
{
    private static readonly ZoneItems OneParcel = new() { Zone = 1, Items = 1, Parcels = 1, Regions = 1 };

    private static readonly Merchant[] RateTwoThenThree = [Trade(T - Days(20), rate: 2), Trade(T - Days(3), rate: 3)];

    private static readonly Courier[] SouthRecordedLate = [Ada(T - Days(10), "north"), Ada(T - Days(5), "south", recorded: T - Days(1))];

    public static readonly HandParagraph All = new("Dimension joins")
    {
        { "An event meets the row of its event time, not of the as-of instant", Rows(RateTwoThenThree, Buy("a", T - Days(5))), OnePurchase(daysAgo: 5) with { Spend30dGbp = 20 } },
        { "A change at the event time is met", Rows(RateTwoThenThree, Buy("a", T - Days(3))), OnePurchase(daysAgo: 3) with { Spend30dGbp = 30 } },
        {
            "A change a microsecond after the event time is not met",
            Rows(RateTwoThenThree, Buy("a", T - Days(3) - Microsecond)),
            OnePurchase(daysAgo: 2_592_000_000_010d / 864_000_000_000d) with { Spend30dGbp = 20 }
        },
        {
            "Of two changes at one instant the greater in declared columns wins",
            Rows([Trade(T - Days(3), "GB", 2), Trade(T - Days(3), "FR", 5)], Buy("a", T - Days(2))),
            OnePurchase(daysAgo: 2) with { Spend30dGbp = 20 }
        },
        {
            "Of two changes at one instant alike so far the next column decides",
            Rows([Trade(T - Days(3), rate: 10), Trade(T - Days(3), rate: 9)], Buy("a", T - Days(2))),
            OnePurchase(daysAgo: 2) with { Spend30dGbp = 100 }
        },
        { "A dimension row that is there twice does not multiply events", Rows([Uk, Uk], Buy("a", T - Days(2))), OnePurchase(daysAgo: 2) },
        { "An inner join drops an event without a match", Rows([Trade(T)], Buy("a", T - Microsecond)), NoPurchases },
        { "An inner join drops an event of another key", Rows([Uk with { MerchantId = 8 }], Buy("a", T - Days(1))), NoPurchases },
        { "A left join keeps an event without a match", Rows([Trade(T)], Buy("a", T - Microsecond)), NoBooks with { Purchases = 1, Unmatched = 1, FirstAmount = 10, LatestAmount = 10 } },
        {
            "An event known before it happened meets what was known then",
            Rows(RateTwoThenThree, Buy("a", T - Days(1), ingested: T - Days(10))),
            OnePurchase(daysAgo: 1) with { Spend30dGbp = 20 }
        },
        {
            "Knowing everything, an event meets the row of its event time whenever it was known",
            Rows(RateTwoThenThree, Buy("a", T - Days(1), ingested: T - Days(10))),
            OnePurchase(daysAgo: 1) with { Spend30dGbp = 30 },
            Knowledge.Everything
        },
        {
            "A late event meets the row of its event time",
            Rows(RateTwoThenThree, Buy("a", T - Days(5), ingested: T - Days(1))),
            OnePurchase(daysAgo: 5) with { Spend30dGbp = 20 }
        },
        { "A change recorded after the event was known is not met", Rows(SouthRecordedLate, Scan(1, T - Days(2))), OneParcel with { LatestRegion = "north" } },
        { "A change recorded when the event was known is met", Rows(SouthRecordedLate, Scan(1, T - Days(1))), OneParcel with { LatestRegion = "south" } },
        { "Knowing everything, a change recorded late is met", Rows(SouthRecordedLate, Scan(1, T - Days(2))), OneParcel with { LatestRegion = "south" }, Knowledge.Everything },
        {
            "Of two changes at one instant the one recorded later wins",
            Rows([Ada(T - Days(5), "zulu"), Ada(T - Days(5), "alpha", recorded: T - Days(4))], Scan(1, T - Days(2))),
            OneParcel with { LatestRegion = "alpha" }
        },
        {
            "Of two changes at one instant the one not yet recorded is not met",
            Rows([Ada(T - Days(5), "zulu"), Ada(T - Days(5), "alpha", recorded: T - Days(1))], Scan(1, T - Days(2))),
            OneParcel with { LatestRegion = "zulu" }
        },
        {
            "Knowing everything, ingest time still breaks ties",
            Rows([Ada(T - Days(5), "zulu"), Ada(T - Days(5), "alpha", recorded: T + Days(1))], Scan(1, T - Days(2))),
            OneParcel with { LatestRegion = "alpha" },
            Knowledge.Everything
        },
        {
            "A correction of the past does not win over a later change",
            Rows([Ada(T - Days(8), "new"), Ada(T - Days(10), "old", recorded: T - Days(3))], Scan(1, T - Days(2))),
            OneParcel with { LatestRegion = "new" }
        },
        {
            "A null key matches nothing",
            Rows([Ada(T - Days(8), "north")], Scan(1, T - Days(2)) with { Courier = null }),
            OneParcel with { WithoutCourier = 1, Regions = 0 }
        },
        {
            "A match whose value is null is a match",
            Rows([Ada(T - Days(9), "north"), Ada(T - Days(8), null)], Scan(1, T - Days(2))),
            OneParcel with { Regions = 0 }
        },
    };
}
