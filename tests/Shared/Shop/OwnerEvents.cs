using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What happens to a user, who is also a zone: purchases, parcels and refunds in one stream.</summary>
[FeatureView("owner_events")]
public sealed partial record OwnerEvents
{
    [EntityKey] public long Owner { get; init; }
    public long Events7d { get; init; }
    public string? First { get; init; }
    public string? Latest { get; init; }
    public double? LatestWorth { get; init; }
    public double Worth { get; init; }

    static FeatureQuery<OwnerEvents> Define(Events<Purchase> purchases, Events<Parcel> parcels) =>
        from e in Events.Merge(
            purchases.Where(p => p.Status == OrderStatus.Completed).Select(p => new { Owner = p.UserId, What = (string?)p.Category, Worth = p.Amount }),
            parcels.Select(p => new { Owner = (long)p.Zone, What = p.Label, Worth = p.Score }),
            purchases.Where(p => p.Status == OrderStatus.Refunded).Select(p => new { Owner = p.UserId, What = (string?)"refund", Worth = (double?)null }))
        group e by e.Owner into g
        let week = g.Last(Days(7))
        select new OwnerEvents
        {
            Owner = g.Key,
            Events7d = week.Count(),
            First = week.First(e => e.What),
            Latest = week.Latest(e => e.What),
            LatestWorth = week.Latest(e => e.Worth),
            Worth = week.Sum(e => e.Worth),
        };
}
