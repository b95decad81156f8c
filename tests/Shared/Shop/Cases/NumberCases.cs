using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class NumberCases
{
    private static readonly DateTime LongAgo = T - Days(8);

    public static readonly HandParagraph All = Build();

    private static HandParagraph Build()
    {
        var cases = new HandParagraph("Numbers")
        {
            {
                "A sum of int overflows only if the exact total does",
                Rows(Loaded(1, int.MaxValue), Loaded(2, 1), Loaded(3, -1)),
                NoParcels with { Parcels = 3, NotAboveTen = 3, Items = int.MaxValue, CentsPerItem = 0 }
            },
            {
                // The mean is long.MaxValue ÷ 3, and long.MaxValue as a double is 2^63.
                "A sum of long overflows only if the exact total does",
                Rows(Priced(1, long.MaxValue), Priced(2, 1), Priced(3, -1)),
                NoParcels with
                {
                    Parcels = 3,
                    NotAboveTen = 3,
                    Items = 3,
                    Cents = long.MaxValue,
                    AverageCents = 9_223_372_036_854_775_808d / 3,
                    CentsPerItem = 9_223_372_036_854_775_808d / 3,
                }
            },
            {
                // Each fits a double only rounded; their exact difference does not.
                "The mean of integers is the exact sum divided by the count",
                Rows(Priced(1, 9_007_199_254_740_993), Priced(2, -9_007_199_254_740_992)),
                NoParcels with { Parcels = 2, NotAboveTen = 2, Items = 2, Cents = 1, AverageCents = 0.5, CentsPerItem = 0.5 }
            },
            {
                "Arithmetic outside a window does not run",
                Rows(Priced(1, long.MaxValue)),
                NoParcels with
                {
                    Parcels = 1,
                    NotAboveTen = 1,
                    Items = 1,
                    Cents = long.MaxValue,
                    AverageCents = 9_223_372_036_854_775_808d,
                    CentsPerItem = 9_223_372_036_854_775_808d,
                }
            },
            { "Arithmetic on rows the as-of instant cannot see does not run", Rows(Scan(1, T + Microsecond) with { Cents = long.MaxValue }), NoParcels },
            {
                "Ratio is null on zero",
                Rows(Loaded(1, 0) with { Cents = 5 }),
                NoParcels with { Parcels = 1, NotAboveTen = 1, Cents = 5, AverageCents = 5 }
            },
            {
                "Rounding is half to even: 2.5 is 2",
                Rows(Scored(1, 2), Scored(2, 3)),
                NoParcels with { Parcels = 2, NotAboveTen = 2, Items = 2, Score = 5, AverageScore = 2.5, LowestScore = 2, LatestScore = 3, CentsPerItem = 0, RoundedScore = 2 }
            },
            {
                "Rounding is half to even: 3.5 is 4",
                Rows(Scored(1, 3), Scored(2, 4)),
                NoParcels with { Parcels = 2, NotAboveTen = 2, Items = 2, Score = 7, AverageScore = 3.5, LowestScore = 3, LatestScore = 4, CentsPerItem = 0, RoundedScore = 4 }
            },
            {
                // A tenth as a float is 13421773 ÷ 2^27.
                "Floats are summed as doubles",
                Rows(Scan(1, LongAgo) with { WeightKg = 0.1f }, Scan(2, LongAgo) with { WeightKg = 0.5f }),
                NoParcels with { Parcels = 2, NotAboveTen = 2, Items = 2, WeightKg = (13_421_773d / 134_217_728d) + 0.5, CentsPerItem = 0 }
            },
            {
                // 1e10 · 1e300 is infinite: skipped as an argument, null as a result.
                "A non-finite argument is skipped and a non-finite result is null",
                Rows(Scored(1, 1e10), Scored(2, 2)),
                new DepotScores { Depot = 3, Parcels = 2, GreatestScaledScore = 2e300, ScaledLowestScore = 2e300 }
            },
        };
        cases.AddFault<CourierParcels>("A sum of int that does not fit fails", Rows(Loaded(1, int.MaxValue), Loaded(2, 1)), HandFault.Overflow, "ada");
        cases.AddFault<CourierParcels>("A sum of long that does not fit fails", Rows(Priced(1, long.MinValue), Priced(2, -1)), HandFault.Overflow, "ada");
        cases.AddFault<CourierParcels>(
            "Checked arithmetic on a row in a window fails where the result does not fit",
            Rows(Scan(1, T) with { Cents = long.MaxValue }),
            HandFault.Overflow,
            "ada");
        cases.AddFault<DepotScores>("A non-finite result of a feature that cannot be null fails", Rows(Scored(1, 1e10)), HandFault.NonFinite, 3);
        return cases;
    }

    private static Parcel Loaded(int id, int items) => Scan(id, LongAgo) with { Items = items };

    private static Parcel Priced(int id, long cents) => Scan(id, LongAgo) with { Cents = cents };

    private static Parcel Scored(int id, double score) => Scan(id, LongAgo) with { Score = score, Depot = 3 };
}
