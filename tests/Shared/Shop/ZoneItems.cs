using TypedFeatures;

namespace Shop;

/// <summary>Parcels by zone and size of load: a key of two numbers, and a dimension that is recorded late.</summary>
[FeatureView("zone_items")]
public sealed partial record ZoneItems
{
    [EntityKey] public int Zone { get; init; }
    [EntityKey] public int Items { get; init; }
    public long Parcels { get; init; }
    public long WithoutCourier { get; init; }
    public string? LatestRegion { get; init; }
    public long Regions { get; init; }

    static FeatureQuery<ZoneItems> Define(Events<Parcel> parcels, Dimension<Courier> couriers) =>
        from p in parcels
        join c in couriers on p.Courier equals c.Code into cs
        from c in cs.DefaultIfEmpty()
        group new { p, c } by (p.Zone, p.Items) into g
        select new ZoneItems
        {
            Zone = g.Key.Zone,
            Items = g.Key.Items,
            Parcels = g.All.Count(),
            WithoutCourier = g.All.Count(x => x.c == null),
            LatestRegion = g.All.Latest(x => x.c?.Region),
            Regions = g.All.CountDistinct(x => x.c?.Region),
        };
}
