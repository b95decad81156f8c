using Commerce.Domain;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Commerce.Features;

/// <summary>How a user buys.</summary>
[FeatureView("user_purchases", Version = 1, Owner = "growth-ml", OnlineTtl = "400d", Freshness = "1h")]
public sealed partial record UserPurchases
{
    [EntityKey]
    public long UserId { get; init; }

    /// <summary>Completed purchases in the last 7 days.</summary>
    public long Purchases7d { get; init; }

    /// <summary>Mean amount of completed purchases in the last 30 days, in the merchants' currencies.</summary>
    public double? AverageOrderValue30d { get; init; }

    /// <summary>Spend in the last 30 days, each purchase at the rate of its own moment.</summary>
    public double Spend30dGbp { get; init; }

    /// <summary>The most frequent category of the last 90 days.</summary>
    public string? FavouriteCategory90d { get; init; }

    /// <summary>Days since the last completed purchase, within a year.</summary>
    public double? DaysSinceLastPurchase { get; init; }

    private static FeatureQuery<UserPurchases> Define(Events<Purchase> purchases, Dimension<Merchant> merchants) =>
        from p in purchases
        join m in merchants on p.MerchantId equals m.MerchantId
        where p.Status == OrderStatus.Completed && p.Amount > 0
        group new { p, m } by p.UserId into g
        let month = g.Last(Days(30))
        select new UserPurchases
        {
            UserId = g.Key,
            Purchases7d = g.Last(Days(7)).Count(),
            AverageOrderValue30d = month.Average(x => x.p.Amount),
            Spend30dGbp = month.Sum(x => x.p.Amount * x.m.FxRate),
            FavouriteCategory90d = g.Last(Days(90)).Mode(x => x.p.Category),
            DaysSinceLastPurchase = (g.AsOf - g.Last(Days(365)).Max(x => x.p.OccurredAt))?.TotalDays,
        };
}
