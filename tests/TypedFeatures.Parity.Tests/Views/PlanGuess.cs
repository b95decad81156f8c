using Shop;
using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A view whose conditions hold for every row, which no statistics say.</summary>
[FeatureView("plan_guess")]
public sealed partial record PlanGuess
{
    [EntityKey] public long UserId { get; init; }
    public long Purchases { get; init; }
    public double Spend30d { get; init; }

    private static FeatureQuery<PlanGuess> Define(Events<Purchase> purchases, Dimension<Merchant> merchants) =>
        from p in purchases
        join m in merchants on p.MerchantId equals m.MerchantId
        where p.Category.Length == 4 && p.UserId % 1 == 0 && p.OccurredAt.Year == 2024 && m.Country.Length == 2
        group new { p, m } by p.UserId into g
        select new PlanGuess
        {
            UserId = g.Key,
            Purchases = g.All.Count(),
            Spend30d = g.Last(Days(30)).Sum(x => x.p.Amount * x.m.FxRate),
        };
}
