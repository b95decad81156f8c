using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class NameCases
{
    private static readonly ShopRows Lookalikes = Rows(
        [],
        Scan(1, T) with { Zone = 1, Items = 23 },
        Scan(2, T) with { Zone = 12, Items = 3 },
        Scan(3, T) with { Zone = 12, Items = 3 },
        Scan(4, T) with { Zone = 3, Items = 12 });

    public static readonly HandParagraph All = new("Names")
    {
        { "Composite keys never run together: (1, 23)", Lookalikes, new ZoneItems { Zone = 1, Items = 23, Parcels = 1, WithoutCourier = 1 } },
        { "Composite keys never run together: (12, 3)", Lookalikes, new ZoneItems { Zone = 12, Items = 3, Parcels = 2, WithoutCourier = 2 } },
        { "The parts of a composite key keep their order", Lookalikes, new ZoneItems { Zone = 3, Items = 12, Parcels = 1, WithoutCourier = 1 } },
        {
            "Every part of a composite key counts",
            Rows(Buy("a", T), Buy("b", T) with { Category = "toys" }, Buy("c", T) with { UserId = 2 }),
            NoBooks with { Purchases = 1, LatestCountry = "GB", FirstAmount = 10, LatestAmount = 10 }
        },
        { "A column with a name of its own", Rows(Scan(1, T - Days(8)) with { Depot = 4 }), PlainLabels with { UsualDepot = 4 } },
        { "A nullable key is shown without null", Rows(Scan(1, T) with { Depot = 4 }), new DepotScores { Depot = 4, Parcels = 1 } },
    };
}
