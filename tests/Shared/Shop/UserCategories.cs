using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>How a user buys in one category: a composite key and a left join.</summary>
[FeatureView("user_categories")]
public sealed partial record UserCategories
{
    [EntityKey] public long UserId { get; init; }
    [EntityKey] public string Category { get; init; } = "";
    public long Purchases { get; init; }
    public long Unmatched { get; init; }
    public double Spend30dAbroad { get; init; }
    public string? LatestCountry { get; init; }
    public double? LatestAmount { get; init; }
    public double? FirstAmount { get; init; }

    static FeatureQuery<UserCategories> Define(Events<Purchase> purchases, Dimension<Merchant> merchants) =>
        from p in purchases
        join m in merchants on p.MerchantId equals m.MerchantId into ms
        from m in ms.DefaultIfEmpty()
        let country = m != null ? m.Country : null
        where p.Status != OrderStatus.Pending
        group new { p, country } by new { p.UserId, p.Category } into g
        let month = g.Last(Days(30))
        select new UserCategories
        {
            UserId = g.Key.UserId,
            Category = g.Key.Category,
            Purchases = g.All.Count(),
            Unmatched = g.All.Count(x => x.country == null),
            Spend30dAbroad = month.Where(x => x.country != null && x.country != "GB").Sum(x => x.p.Amount),
            LatestCountry = g.All.Latest(x => x.country),
            LatestAmount = g.All.Latest(x => x.p.Amount),
            FirstAmount = g.All.First(x => x.p.Amount),
        };
}
