using TypedFeatures;

namespace Shop;

/// <summary>What a courier carries, as lists and maps.</summary>
[FeatureView("courier_lists")]
public sealed partial record CourierLists
{
    [EntityKey] public string Courier { get; init; } = "";
    public FeatureList<string> FirstLabels { get; init; } = [];
    public FeatureList<string> LatestLabels { get; init; } = [];
    public FeatureList<string> TopLabels { get; init; } = [];
    public FeatureList<ParcelSize> TopSizes { get; init; } = [];
    public FeatureList<int> TopDepots { get; init; } = [];
    public FeatureMap<string, long> ByLabel { get; init; } = FeatureMap<string, long>.Empty;
    public FeatureMap<ParcelSize, long> BySize { get; init; } = FeatureMap<ParcelSize, long>.Empty;
    public FeatureMap<string, long> CentsByLabel { get; init; } = FeatureMap<string, long>.Empty;
    public FeatureMap<string, double>? ScoreByLabel { get; init; }

    static FeatureQuery<CourierLists> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Courier into g
        let all = g.All
        select new CourierLists
        {
            Courier = g.Key,
            FirstLabels = all.FirstK(2, p => p.Label),
            LatestLabels = all.LatestK(2, p => p.Label),
            TopLabels = all.TopK(2, p => p.Label),
            TopSizes = all.TopK(2, p => p.Size),
            TopDepots = all.TopK(3, p => p.Depot),
            ByLabel = all.CountBy(p => p.Label),
            BySize = all.CountBy(p => p.Size),
            CentsByLabel = all.SumBy(p => p.Label, p => p.Cents),
            ScoreByLabel = all.SumBy(p => p.Label, p => p.Score),
        };
}
