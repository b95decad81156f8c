using Commerce.Domain;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Commerce.Features;

/// <summary>How busy a merchant is, and how many of its sales come back.</summary>
[FeatureView("merchant_stats", Version = 1, Owner = "risk-ml", OnlineTtl = "30d", Freshness = "15m")]
public sealed partial record MerchantStats
{
    [EntityKey]
    public long MerchantId { get; init; }

    /// <summary>Rows of any status in the last 24 hours.</summary>
    public long Orders24h { get; init; }

    /// <summary>Completed purchases in the last 7 days.</summary>
    public long Completed7d { get; init; }

    /// <summary>Different buyers in the last 7 days.</summary>
    public long Buyers7d { get; init; }

    /// <summary>What was sold in the last 7 days, in the merchant's currency.</summary>
    public double Turnover7d { get; init; }

    /// <summary>Refunds per row of the last 14 days; null without rows.</summary>
    public double? RefundShare14d { get; init; }

    /// <summary>Whether anything came back in the last 24 hours.</summary>
    public bool HasRefund24h { get; init; }

    /// <summary>Mean amount of the last 14 days.</summary>
    public double? AverageAmount14d { get; init; }

    /// <summary>The greatest amount of the last 14 days.</summary>
    public double LargestAmount14d { get; init; }

    /// <summary>Rows of the last 7 days between midnight and six.</summary>
    public long NightOrders7d { get; init; }

    /// <summary>Whether the last 24 hours beat the mean day of the last week.</summary>
    public bool IsBusierThanUsual { get; init; }

    private static FeatureQuery<MerchantStats> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.MerchantId into g
        let day = g.Last(Hours(24))
        let week = g.Last(Days(7))
        let fortnight = g.Last(Days(14))
        select new MerchantStats
        {
            MerchantId = g.Key,
            Orders24h = day.Count(),
            Completed7d = week.Count(p => p.Status == OrderStatus.Completed),
            Buyers7d = week.CountDistinct(p => p.UserId),
            Turnover7d = week.Where(p => p.Status == OrderStatus.Completed).Sum(p => p.Amount),
            RefundShare14d = Numeric.Ratio(fortnight.Count(p => p.Status == OrderStatus.Refunded), fortnight.Count()),
            HasRefund24h = day.Any(p => p.Status == OrderStatus.Refunded),
            AverageAmount14d = fortnight.Average(p => p.Amount),
            LargestAmount14d = fortnight.Max(p => p.Amount) ?? 0,
            NightOrders7d = week.Count(p => p.OccurredAt.Hour < 6),
            IsBusierThanUsual = day.Count() * 7 > week.Count(),
        };
}
