using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What is paid at a price: decimals as keys of entities and of a dimension.</summary>
[FeatureView("price_tally")]
public sealed partial record PriceTally
{
    [EntityKey, Decimal(12, 2)] public decimal Price { get; init; }
    public long Payments { get; init; }
    [Decimal(18, 2)] public decimal Paid { get; init; }
    [Decimal(18, 2)] public decimal? Rebate { get; init; }
    public bool IsHigh { get; init; }

    static FeatureQuery<PriceTally> Define(Events<Payment> payments, Dimension<PriceBand> bands) =>
        from p in payments
        join b in bands on p.Amount equals b.Price into bs
        from b in bs.DefaultIfEmpty()
        group new { p, b } by p.Amount into g
        select new PriceTally
        {
            Price = g.Key,
            Payments = g.Last(Days(30)).Count(),
            Paid = g.Last(Days(30)).Sum(x => x.p.Amount),
            Rebate = g.Last(Days(30)).Latest(x => x.b == null ? null : x.b.Rebate),
            IsHigh = g.Key >= 100m,
        };
}
