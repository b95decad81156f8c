using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a user does in a category afterwards: a key of two parts, a dimension, several windows.</summary>
[Label("category_outcomes")]
public sealed partial record CategoryOutcomes
{
    [EntityKey] public long UserId { get; init; }
    [EntityKey] public required string Category { get; init; }
    /// <summary>Purchases of the next seven days.</summary>
    public long Purchases7d { get; init; }
    public long ChargedBack30d { get; init; }
    public double SpendGbp30d { get; init; }
    public string? LatestCountry { get; init; }
    public double? HoursUntilFirst { get; init; }

    private static LabelQuery<CategoryOutcomes> Define(Outcomes<Purchase> bought, Dimension<Merchant> merchants) =>
        from p in bought
        join m in merchants on p.MerchantId equals m.MerchantId
        where p.Status == OrderStatus.Completed
        group new { p, m } by new { p.Category, p.UserId } into g
        let month = g.Next(Days(30))
        select new CategoryOutcomes
        {
            UserId = g.Key.UserId,
            Category = g.Key.Category,
            Purchases7d = g.Next(Days(7)).Count(),
            ChargedBack30d = month.Where(x => x.p.ChargedBack).Count(),
            SpendGbp30d = month.Sum(x => x.p.Amount * x.m.FxRate),
            LatestCountry = month.Latest(x => x.m.Country),
            HoursUntilFirst = (month.Min(x => x.p.OccurredAt) - g.AsOf)?.TotalHours,
        };
}
