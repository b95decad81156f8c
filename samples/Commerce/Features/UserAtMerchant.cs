using Commerce.Domain;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Commerce.Features;

/// <summary>What a user and a merchant have to do with each other.</summary>
[FeatureView("user_at_merchant", Version = 1, Owner = "risk-ml", Freshness = "1h")]
public sealed partial record UserAtMerchant
{
    [EntityKey]
    public long UserId { get; init; }

    [EntityKey]
    public long MerchantId { get; init; }

    /// <summary>Completed purchases in the last 30 days.</summary>
    public long Purchases30d { get; init; }

    /// <summary>Completed spend in the last 30 days, in the merchant's currency.</summary>
    public double Spend30d { get; init; }

    /// <summary>The last amount that was said.</summary>
    public double? LastAmount { get; init; }

    /// <summary>How the last order ended, or where it stands.</summary>
    public OrderStatus? LastStatus { get; init; }

    /// <summary>Whether anything was ever given back.</summary>
    public bool HasRefunded { get; init; }

    /// <summary>Different categories ever bought.</summary>
    public long Categories { get; init; }

    /// <summary>Days since the two met.</summary>
    public double? DaysKnown { get; init; }

    /// <summary>The time since the last order, truncated to whole days; -1 where there is none.</summary>
    public int WholeDaysSinceLastOrder { get; init; }

    private static FeatureQuery<UserAtMerchant> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by new { p.UserId, p.MerchantId } into g
        let completed = g.Last(Days(30)).Where(p => p.Status == OrderStatus.Completed)
        let everything = g.All
        select new UserAtMerchant
        {
            UserId = g.Key.UserId,
            MerchantId = g.Key.MerchantId,
            Purchases30d = completed.Count(),
            Spend30d = completed.Sum(p => p.Amount),
            LastAmount = everything.Latest(p => p.Amount),
            LastStatus = everything.Latest(p => p.Status),
            HasRefunded = everything.Any(p => p.Status == OrderStatus.Refunded),
            Categories = everything.CountDistinct(p => p.Category),
            DaysKnown = (g.AsOf - everything.Min(p => p.OccurredAt))?.TotalDays,
            WholeDaysSinceLastOrder = (g.AsOf - everything.Max(p => p.OccurredAt))?.Days ?? -1,
        };
}
