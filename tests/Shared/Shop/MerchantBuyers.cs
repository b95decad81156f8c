using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>Who buys at a merchant: every purchase with its buyer as the snapshot of that day's midnight had him.</summary>
[FeatureView("merchant_buyers")]
public sealed partial record MerchantBuyers
{
    [EntityKey] public long MerchantId { get; init; }
    public long Purchases30d { get; init; }
    public long KnownBuyers30d { get; init; }
    public long? LatestBuyerPurchases7d { get; init; }
    public double? LatestBuyerAverage { get; init; }
    public string? LatestBuyerFavourite { get; init; }
    public double? LargestSpend { get; init; }

    static FeatureQuery<MerchantBuyers> Define(Events<Purchase> purchases, View<UserPurchases> users) =>
        from p in purchases
        join u in users.Snapshots(every: Days(1)) on p.UserId equals u.UserId into us
        from u in us.DefaultIfEmpty()
        group new { p, u } by p.MerchantId into g
        let month = g.Last(Days(30))
        select new MerchantBuyers
        {
            MerchantId = g.Key,
            Purchases30d = month.Count(),
            KnownBuyers30d = month.Count(x => x.u != null),
            LatestBuyerPurchases7d = month.Latest(x => x.u?.Purchases7d),
            LatestBuyerAverage = month.Latest(x => x.u?.AverageOrderValue30d),
            LatestBuyerFavourite = month.Latest(x => x.u?.FavouriteCategory90d),
            LargestSpend = month.Max(x => x.u?.Spend30dGbp),
        };
}
