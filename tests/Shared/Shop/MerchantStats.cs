using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>How a merchant sells.</summary>
[FeatureView("merchant_stats")]
public sealed partial record MerchantStats
{
    [EntityKey] public long MerchantId { get; init; }
    public long Purchases30d { get; init; }
    public double? AverageAmount30d { get; init; }
    public string? MainCategory30d { get; init; }
    public DateTime? LastSaleAt { get; init; }

    static FeatureQuery<MerchantStats> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.MerchantId into g
        let month = g.Last(Days(30))
        select new MerchantStats
        {
            MerchantId = g.Key,
            Purchases30d = month.Count(),
            AverageAmount30d = month.Average(x => x.Amount),
            MainCategory30d = month.Mode(x => x.Category),
            LastSaleAt = g.All.Max(x => x.OccurredAt),
        };
}
