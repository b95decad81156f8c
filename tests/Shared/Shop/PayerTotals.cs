using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a payer pays, in exact decimals.</summary>
[FeatureView("payer_totals")]
public sealed partial record PayerTotals
{
    [EntityKey] public string Payer { get; init; } = "";
    [Decimal(18, 2)] public decimal Total { get; init; }
    [Decimal(5, 2)] public decimal Total7d { get; init; }
    [Decimal(18, 4)] public decimal Net { get; init; }
    [Decimal(18, 0)] public decimal Points { get; init; }
    [Decimal(18, 0)] public decimal Points7d { get; init; }
    [Decimal(18, 2)] public decimal Change { get; init; }
    [Decimal(12, 2)] public decimal? Least { get; init; }
    [Decimal(12, 2)] public decimal? Greatest { get; init; }
    [Decimal(12, 2)] public decimal? Latest { get; init; }
    [Decimal(12, 2)] public decimal? Usual { get; init; }
    [Decimal(9, 4)] public decimal FirstFee { get; init; }
    [Decimal(18, 18)] public decimal? LatestShare { get; init; }
    public long Different { get; init; }
    [Decimal(12, 2)] public FeatureList<decimal> Recent { get; init; } = FeatureList<decimal>.Empty;
    [Decimal(12, 2)] public FeatureMap<decimal, long> ByAmount { get; init; } = FeatureMap<decimal, long>.Empty;
    public long AboveHalfACent { get; init; }
    public long WithHalfAPoint { get; init; }
    public long Free { get; init; }
    public long AboveCents { get; init; }
    public double TotalAsDouble { get; init; }
    public double? LatestShareAsDouble { get; init; }
    public long? LatestWhole { get; init; }
    public int? LeastWhole { get; init; }
    public string Band { get; init; } = "none";

    static FeatureQuery<PayerTotals> Define(Events<Payment> payments) =>
        from p in payments
        let net = p.Amount - (p.Fee ?? 0.0000m)
        group new { p, net } by p.Payer into g
        let week = g.Last(Days(7))
        let latest = g.All.Latest(x => x.p.Amount)
        select new PayerTotals
        {
            Payer = g.Key,
            Total = g.All.Sum(x => x.p.Amount),
            Total7d = week.Sum(x => x.p.Amount),
            Net = g.All.Sum(x => x.net),
            Points = g.All.Sum(x => x.p.Points),
            Points7d = week.Sum(x => x.p.Points ?? 0m),
            Change = week.Sum(x => x.p.Amount) - g.Last(Days(7), offset: Days(7)).Sum(x => x.p.Amount),
            Least = g.All.Min(x => x.p.Amount),
            Greatest = g.All.Max(x => x.p.Amount),
            Latest = latest,
            Usual = g.All.Mode(x => x.p.Amount),
            FirstFee = g.All.First(x => x.p.Fee) ?? 0,
            LatestShare = g.All.Latest(x => x.p.Share),
            Different = g.All.CountDistinct(x => x.p.Amount),
            Recent = g.All.LatestK(3, x => x.p.Amount),
            ByAmount = g.All.CountBy(x => x.p.Amount),
            AboveHalfACent = g.All.Count(x => x.p.Amount > 0.005m),
            WithHalfAPoint = g.All.Count(x => x.p.Points > 0.5m),
            Free = g.All.Count(x => x.p.Amount is 0 or 0.000m),
            AboveCents = g.All.Count(x => x.p.Amount > x.p.Cents),
            TotalAsDouble = (double)g.All.Sum(x => x.p.Amount),
            LatestShareAsDouble = (double?)g.All.Latest(x => x.p.Share),
            LatestWhole = (long?)latest,
            LeastWhole = (int?)g.All.Min(x => -x.p.Amount),
            Band = latest switch
            {
                null => "none",
                < 0 => "refund",
                <= 9.99m => "small",
                _ => "large",
            },
        };
}
