using TypedFeatures;

namespace Shop;

/// <summary>The depots of parcels: two roles of one dimension whose rows end, and the dimension of a dimension.</summary>
[FeatureView("zone_depots")]
public sealed partial record ZoneDepots
{
    [EntityKey] public int Zone { get; init; }
    public long Parcels { get; init; }
    public long AtDepot { get; init; }
    public string? LatestDepot { get; init; }
    public string? LatestManagerRegion { get; init; }
    public string? LatestZoneDepot { get; init; }

    static FeatureQuery<ZoneDepots> Define(Events<Parcel> parcels, Dimension<Depot> depots, Dimension<Courier> couriers) =>
        from p in parcels
        join d in depots on p.Depot equals (int?)d.Code into ds
        from d in ds.DefaultIfEmpty()
        join m in couriers on d?.Manager equals (string?)m.Code into ms
        from m in ms.DefaultIfEmpty()
        join z in depots on p.Zone equals z.Code into zs
        from z in zs.DefaultIfEmpty()
        group new { d, m, z } by p.Zone into g
        select new ZoneDepots
        {
            Zone = g.Key,
            Parcels = g.All.Count(),
            AtDepot = g.All.Count(x => x.d != null),
            LatestDepot = g.All.Latest(x => x.d?.Name),
            LatestManagerRegion = g.All.Latest(x => x.m?.Region),
            LatestZoneDepot = g.All.Latest(x => x.z?.Name),
        };
}
