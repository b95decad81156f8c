using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Windows of all shapes beside each other, after a left join: none of their starts is always the earliest.</summary>
[FeatureView("customer_rhythm")]
public sealed partial record CustomerRhythm
{
    [EntityKey] public long CustomerId { get; init; }
    public bool Seen { get; init; }
    public long Tiled { get; init; }
    public long Exact { get; init; }
    public long Session { get; init; }
    public long WeekBefore { get; init; }
    public string? UsualCategory { get; init; }
    public long Countries { get; init; }
    public double? Median { get; init; }
    public double? MedianMagnitude { get; init; }
    public string? LastCountry { get; init; }
    public string? SessionCountry { get; init; }
    public long? Spent { get; init; }
    public double? Trend { get; init; }

    private static FeatureQuery<CustomerRhythm> Define(Events<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        join s in outlets on o.OutletId equals s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        where o.Status != OrderStatus.Refunded
        group new { o, s } by o.CustomerId into g
        let tiled = g.Last(Days(30), tile: Days(7))
        let exact = g.Last(Days(36))
        let session = g.CurrentSession(Days(1), max: Days(30))
        select new CustomerRhythm
        {
            CustomerId = g.Key,
            Seen = tiled.Any() || exact.Any(),
            Tiled = tiled.Count(),
            Exact = exact.Count(),
            Session = session.Count(),
            WeekBefore = g.Last(Days(7), offset: Days(7)).Count(),
            UsualCategory = tiled.Mode(x => x.o.Category),
            Countries = tiled.CountDistinct(x => x.s?.Country),
            Median = tiled.Median(x => x.o.Amount),
            MedianMagnitude = tiled.Sum(x => x.o.Amount is { } a ? Math.Abs(a) : 0),
            LastCountry = tiled.Latest(x => x.s?.Country),
            SessionCountry = session.Where(x => x.o.IsGift).Latest(x => x.s?.Country),
            Spent = session.Max(x => x.o.Price),
            Trend = Numeric.Ratio(g.Last(Days(7)).Count(), g.Last(Days(7), offset: Days(7)).Count()),
        };
}
