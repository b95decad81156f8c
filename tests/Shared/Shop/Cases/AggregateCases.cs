using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class AggregateCases
{
    private static readonly DateTime LongAgo = T - Days(8);

    public static readonly HandParagraph All = new("Aggregates")
    {
        {
            "Mode takes the most frequent, of equals the smallest",
            Rows(Labelled(1, "b"), Labelled(2, "b"), Labelled(3, "a"), Labelled(4, "a"), Labelled(5, "0")),
            PlainLabels with
            {
                FirstLabel = "b",
                LatestLabel = "0",
                LeastLabel = "0",
                GreatestLabel = "b",
                UsualLabel = "a",
                Labels = 3,
                ShoutedLabel = "0",
                LatestLabelLength = 1,
            }
        },
        {
            "Mode takes the most frequent, though greater",
            Rows(Scan(1, LongAgo) with { Depot = 9 }, Scan(2, LongAgo) with { Depot = 10 }, Scan(3, LongAgo) with { Depot = 10 }),
            PlainLabels with { UsualDepot = 10 }
        },
        { "Of equally frequent numbers the mode is the smallest by value", Rows(Scan(1, LongAgo) with { Depot = 10 }, Scan(2, LongAgo) with { Depot = 9 }), PlainLabels with { UsualDepot = 9 } },
        {
            "Enums are ordered by value, not by name or place",
            Rows(Scan(1, LongAgo) with { Size = ParcelSize.Medium }, Scan(2, LongAgo) with { Size = ParcelSize.Large }),
            PlainLabels with { UsualSize = ParcelSize.Large, GreatestSize = ParcelSize.Medium, AnyLarge = true }
        },
        { "All asks every row of the window", Rows(Scan(1, T) with { IsFragile = true }, Scan(2, T) with { IsFragile = false }), PlainLabels with { LatestFragile = false, AllFragile7d = false } },
        { "All asks no row outside the window", Rows(Scan(1, T) with { IsFragile = true }, Scan(2, LongAgo) with { IsFragile = false }), PlainLabels with { LatestFragile = true } },
        {
            "Count, Sum, Average, Min and Max",
            Rows(Scan(1, LongAgo) with { Score = 12, Cents = 1 }, Scan(2, LongAgo) with { Score = -3, Cents = 2 }, Scan(3, LongAgo) with { Score = 6, Cents = 4 }),
            NoParcels with
            {
                Parcels = 3,
                NotAboveTen = 2,
                AboveTen = 1,
                Items = 3,
                Cents = 7,
                AverageCents = 7d / 3,
                Score = 15,
                AverageScore = 5,
                LowestScore = -3,
                LatestScore = 6,
                CentsPerItem = 7d / 3,
                RoundedScore = 5,
            }
        },
        {
            "Features of one user over several purchases",
            Rows(
                Buy("a", T - Days(1), 12) with { Category = "toys" },
                Buy("b", T - Days(8), 20),
                Buy("c", T - Days(40), 1000) with { Category = "toys" },
                Buy("d", T - Days(2), 0),
                Buy("e", T - Days(3), 5) with { Status = OrderStatus.Refunded }),
            new UserPurchases
            {
                UserId = 1,
                Purchases7d = 1,
                AverageOrderValue30d = 16,
                Spend30dGbp = 32,
                FavouriteCategory90d = "toys",
                DaysSinceLastPurchase = 1,
            }
        },
    };

    private static Parcel Labelled(int id, string label) => Scan(id, LongAgo) with { Label = label };
}
