using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class SpreadCases
{
    private static readonly UserSpread None = new() { UserId = 1 };

    public static readonly HandParagraph All = new("Spread")
    {
        { "Nothing has no spread", new ShopRows(), None },
        {
            "One value has a population variance alone",
            Rows(Buy("a", T, 3)),
            None with
            {
                PopulationVariance = 0, PopulationDeviation = 0, Median = 3, Quartile = 3, Least = 3, Greatest = 3,
                Decayed = 3, SinceFirst = TimeSpan.Zero, SinceLast = TimeSpan.Zero, MedianEver = 3, DecayedEver = 3,
            }
        },
        {
            "A sample is one less than its values",
            Rows(Buy("a", T - Days(2), 4), Buy("b", T - Days(1), 8)),
            None with
            {
                Variance = 8, Deviation = Math.Sqrt(8), PopulationVariance = 4, PopulationDeviation = 2, Median = 6, Quartile = 7, Least = 4, Greatest = 8,
                Decayed = 5, SinceFirst = Days(2), SinceLast = Days(1), DeviationEver = Math.Sqrt(8), MedianEver = 6, DecayedEver = 5,
            }
        },
        {
            "Nulls have no spread, but their rows have a time",
            Rows(Buy("a", T - Days(2), null), Buy("b", T - Days(1), 8), Buy("c", T, null)),
            None with
            {
                PopulationVariance = 0, PopulationDeviation = 0, Median = 8, Quartile = 8, Least = 8, Greatest = 8,
                Decayed = 4, SinceFirst = Days(2), SinceLast = TimeSpan.Zero, MedianEver = 8, DecayedEver = 4,
            }
        },
        {
            "A percentile lies between its neighbours, whatever the order of the rows",
            Rows(Buy("a", T, 16), Buy("b", T, 0), Buy("c", T, 8)),
            None with
            {
                Variance = 64, Deviation = 8, PopulationVariance = 128d / 3, PopulationDeviation = Math.Sqrt(128d / 3), Median = 8, Quartile = 12, Least = 0, Greatest = 16,
                Decayed = 24, SinceFirst = TimeSpan.Zero, SinceLast = TimeSpan.Zero, DeviationEver = 8, MedianEver = 8, DecayedEver = 24,
            }
        },
        {
            "A value too great to be squared has no variance",
            Rows(Buy("a", T, 1.5e140), Buy("b", T, 0)),
            None with
            {
                Median = 0.75e140, Quartile = 1.125e140, Least = 0, Greatest = 1.5e140,
                Decayed = 1.5e140, SinceFirst = TimeSpan.Zero, SinceLast = TimeSpan.Zero, MedianEver = 0.75e140, DecayedEver = 1.5e140,
            }
        },
        {
            "A great mean does not cancel a small deviation",
            Rows(Buy("a", T, 9_007_199_254_740_990), Buy("b", T, 9_007_199_254_740_992)),
            None with
            {
                Variance = 2, Deviation = Math.Sqrt(2), PopulationVariance = 1, PopulationDeviation = 1,
                Median = 9_007_199_254_740_991, Quartile = 9_007_199_254_740_991.5, Least = 9_007_199_254_740_990, Greatest = 9_007_199_254_740_992,
                Decayed = 18_014_398_509_481_982, SinceFirst = TimeSpan.Zero, SinceLast = TimeSpan.Zero,
                DeviationEver = Math.Sqrt(2), MedianEver = 9_007_199_254_740_991, DecayedEver = 18_014_398_509_481_982,
            }
        },
        {
            "A decayed sum halves with every half-life, and reads right between materializations",
            Rows(Buy("a", T - Days(2), 16), Buy("b", T - Days(7), 128), Buy("c", T + Days(1), 1, ingested: T)),
            None with
            {
                PopulationVariance = 0, PopulationDeviation = 0, Median = 16, Quartile = 16, Least = 16, Greatest = 16,
                Decayed = 4, SinceFirst = Days(2), SinceLast = Days(2), DeviationEver = Math.Sqrt(6272), MedianEver = 72, DecayedEver = 5,
            },
            T,
            T
        },
        {
            "What was pending decays from its own time",
            Rows(Buy("a", T - Days(2), 16), Buy("b", T + Days(1), 1, ingested: T)),
            None with
            {
                Variance = 112.5, Deviation = Math.Sqrt(112.5), PopulationVariance = 56.25, PopulationDeviation = 7.5, Median = 8.5, Quartile = 12.25, Least = 1, Greatest = 16,
                Decayed = 3, SinceFirst = Days(3), SinceLast = TimeSpan.Zero, DeviationEver = Math.Sqrt(112.5), MedianEver = 8.5, DecayedEver = 3,
            },
            T + Days(1),
            T
        },
    };
}
