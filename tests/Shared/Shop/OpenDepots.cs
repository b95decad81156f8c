using TypedFeatures;

namespace Shop;

/// <summary>Parcels at depots that are open when they are scanned.</summary>
[FeatureView("open_depots")]
public sealed partial record OpenDepots
{
    [EntityKey] public int Depot { get; init; }
    public long Parcels { get; init; }
    public string? LatestName { get; init; }

    static FeatureQuery<OpenDepots> Define(Events<Parcel> parcels, Dimension<Depot> depots) =>
        from p in parcels
        join d in depots on p.Depot equals (int?)d.Code
        group d by d.Code into g
        select new OpenDepots { Depot = g.Key, Parcels = g.All.Count(), LatestName = g.All.Latest(d => d.Name) };
}
