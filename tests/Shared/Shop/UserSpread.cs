using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>How a user's amounts scatter, and how long ago they were.</summary>
[FeatureView("user_spread")]
public sealed partial record UserSpread
{
    [EntityKey] public long UserId { get; init; }
    public double? Variance { get; init; }
    public double? Deviation { get; init; }
    public double? PopulationVariance { get; init; }
    public double? PopulationDeviation { get; init; }
    public double? Median { get; init; }
    public double? Quartile { get; init; }
    public double? Least { get; init; }
    public double? Greatest { get; init; }
    public double Decayed { get; init; }
    public TimeSpan? SinceFirst { get; init; }
    public TimeSpan? SinceLast { get; init; }
    public double? DeviationEver { get; init; }
    public double? MedianEver { get; init; }
    public double DecayedEver { get; init; }

    static FeatureQuery<UserSpread> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        let week = g.Last(Days(7))
        select new UserSpread
        {
            UserId = g.Key,
            Variance = week.Variance(p => p.Amount),
            Deviation = week.StandardDeviation(p => p.Amount),
            PopulationVariance = week.PopulationVariance(p => p.Amount),
            PopulationDeviation = week.PopulationStandardDeviation(p => p.Amount),
            Median = week.Median(p => p.Amount),
            Quartile = week.Percentile(p => p.Amount, 0.75),
            Least = week.Percentile(p => p.Amount, 0),
            Greatest = week.Percentile(p => p.Amount, 1),
            Decayed = week.DecayedSum(p => p.Amount, Days(1)),
            SinceFirst = week.TimeSinceFirst(),
            SinceLast = week.TimeSinceLast(),
            DeviationEver = g.All.StandardDeviation(p => p.Amount),
            MedianEver = g.All.Median(p => p.Amount),
            DecayedEver = g.All.DecayedSum(p => p.Amount, Days(1)),
        };
}
