using TypedFeatures;

namespace Shop;

/// <summary>Scores of a depot, scaled until they leave the range of a double. The key column may be null.</summary>
[FeatureView("depot_scores")]
public sealed partial record DepotScores
{
    [EntityKey] public int Depot { get; init; }
    public long Parcels { get; init; }
    public double? GreatestScaledScore { get; init; }
    public double? ScaledGreatestScore { get; init; }
    public double ScaledLowestScore { get; init; }

    static FeatureQuery<DepotScores> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Depot into g
        select new DepotScores
        {
            Depot = g.Key,
            Parcels = g.All.Count(),
            GreatestScaledScore = g.All.Max(p => p.Score * 1e300),
            ScaledGreatestScore = g.All.Max(p => p.Score) * 1e300,
            ScaledLowestScore = (g.All.Min(p => p.Score) ?? 0) * 1e300,
        };
}
