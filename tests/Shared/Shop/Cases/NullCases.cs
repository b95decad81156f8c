using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class NullCases
{
    private static readonly DateTime LastWeek = T - Days(6);

    public static readonly HandParagraph All = new("Nulls")
    {
        {
            "A comparison with null is false and its negation true",
            Rows(Scan(1, LastWeek), Scan(2, LastWeek) with { Score = 10 }, Scan(3, LastWeek) with { Score = 11 }),
            NoParcels with
            {
                Parcels = 3,
                NotAboveTen = 2,
                AboveTen = 1,
                Items = 3,
                Score = 21,
                AverageScore = 10.5,
                LowestScore = 10,
                LatestScore = 11,
                CentsPerItem = 0,
                RoundedScore = 10,
            }
        },
        {
            "Where drops a row whose condition compares null",
            Rows(Buy("a", T - Days(1), null), Buy("b", T - Days(2))),
            OnePurchase(daysAgo: 2)
        },
        {
            "Aggregates skip nulls and lifted arithmetic keeps them",
            Rows(Scan(1, LastWeek) with { Cents = 4 }, Scan(2, LastWeek), Scan(3, LastWeek) with { Cents = 6 }),
            NoParcels with { Parcels = 3, NotAboveTen = 3, Items = 3, Cents = 10, DoubledCents7d = 20, AverageCents = 5, CentsPerItem = 10d / 3 }
        },
        {
            "Over nulls alone sums are 0 and all else is null",
            Rows(Scan(1, LastWeek)),
            NoParcels with { Parcels = 1, NotAboveTen = 1, Items = 1, CentsPerItem = 0 }
        },
        {
            "Null is not true",
            Rows(Scan(1, LastWeek) with { IsFragile = true }, Scan(2, LastWeek)),
            PlainLabels with { LatestFragile = true, AllFragile7d = false }
        },
        {
            "A null argument is skipped where the product of it is summed",
            Rows(Buy("a", T - Days(3)) with { Status = OrderStatus.Refunded, Amount = null }),
            NoBooks with { Purchases = 1, LatestCountry = "GB" }
        },
    };
}
