using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class NoRowsCases
{
    public static readonly HandParagraph All = new("No rows")
    {
        { "An entity without rows has the empty value", Rows([], Array.Empty<Purchase>()), NoPurchases },
        { "An entity beside others has the empty value", Rows(Buy("a", T)), NoPurchases with { UserId = 2 } },
        { "An entity whose rows are all filtered away has the empty value", Rows(Buy("a", T) with { Status = OrderStatus.Pending }), NoPurchases },
        { "An entity whose rows are all too old has the empty value", Rows(Buy("a", T - Days(400))), NoPurchases },
        { "A composite key without rows has the empty value", Rows(Buy("a", T)), NoBooks with { Category = "toys" } },
        { "Sums of nothing are 0, all else is null", Rows(Array.Empty<Parcel>()), NoParcels },
        { "Stated defaults stand for nothing, and All of nothing is true", Rows(Array.Empty<Parcel>()), NoLabels },
        { "A tuple key without rows has the empty value", Rows([], Scan(1, T)), new ZoneItems { Zone = 2, Items = 1 } },
        { "A nullable key without rows has the empty value", Rows(Scan(1, T)), new DepotScores { Depot = 3 } },
        {
            "Rows with a null key are of no entity",
            Rows(Scan(1, T - Days(8)) with { Courier = null }, Scan(2, T - Days(8))),
            NoParcels with { Parcels = 1, NotAboveTen = 1, Items = 1, CentsPerItem = 0 }
        },
        {
            "Rows with a null key are not of the entity that has the default value",
            Rows(Scan(1, T - Days(8)) with { Depot = null }),
            new DepotScores { Depot = 0 }
        },
    };
}
