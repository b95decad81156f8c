using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A nullable long key, an inner join, windows of several lengths. <c>Magnitude</c> features bound the error of the sums they are named after.</summary>
[FeatureView("customer_orders", Owner = "parity")]
public sealed partial record CustomerOrders
{
    [EntityKey] public long CustomerId { get; init; }
    public bool Seen { get; init; }
    public long Orders1d { get; init; }
    public long Orders7d { get; init; }
    public long Orders30d { get; init; }
    public long OrdersOneMicrosecond { get; init; }
    public bool AnyExpress { get; init; }
    public bool AllGifts { get; init; }
    public long NotLarge { get; init; }
    public double? AverageAmount30d { get; init; }
    public double? AverageAmount30dMagnitude { get; init; }
    public double? Spend30d { get; init; }
    public double? Spend30dMagnitude { get; init; }
    public double? LargestSpend { get; init; }
    public double? SmallestAmount { get; init; }
    public string? FavouriteCategory { get; init; }
    public string? LastCategory { get; init; }
    public string? FirstCountry { get; init; }
    public string? LastNote { get; init; }
    public Tier? BestTier { get; init; }
    public long Categories { get; init; }
    public long Countries { get; init; }
    public double? DaysSinceLast { get; init; }
    public double? LoyaltyRatio { get; init; }

    private static FeatureQuery<CustomerOrders> Define(Events<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        join s in outlets on o.OutletId equals s.OutletId
        where o.Status != OrderStatus.Refunded
        group new { o, s } by o.CustomerId into g
        let month = g.Last(Days(30))
        let week = g.Last(Days(7))
        select new CustomerOrders
        {
            CustomerId = g.Key,
            Seen = g.Last(Days(90)).Any(),
            Orders1d = g.Last(Days(1)).Count(),
            Orders7d = week.Count(),
            Orders30d = month.Count(),
            OrdersOneMicrosecond = g.Last(Microseconds(1)).Count(),
            AnyExpress = month.Any(x => x.o.IsExpress == true),
            AllGifts = month.All(x => x.o.IsGift),
            NotLarge = month.Count(x => !(x.o.Amount > 10)),
            AverageAmount30d = month.Average(x => x.o.Amount),
            AverageAmount30dMagnitude = month.Sum(x => x.o.Amount is { } a ? Math.Abs(a) : 0),
            Spend30d = month.Sum(x => x.o.Amount * x.s.Rate),
            Spend30dMagnitude = month.Sum(x => x.o.Amount is { } a ? Math.Abs(a * x.s.Rate) : 0),
            LargestSpend = month.Max(x => x.o.Amount * x.s.Rate),
            SmallestAmount = week.Min(x => x.o.Amount),
            FavouriteCategory = g.Last(Days(90)).Mode(x => x.o.Category),
            LastCategory = week.Latest(x => x.o.Category),
            FirstCountry = month.First(x => x.s.Country),
            LastNote = g.Last(Days(90)).Latest(x => x.o.Note),
            BestTier = month.Max(x => x.s.Tier),
            Categories = month.CountDistinct(x => x.o.Category),
            Countries = g.Last(Days(90)).CountDistinct(x => x.s.Country),
            DaysSinceLast = (g.AsOf - g.Last(Days(90)).Max(x => x.o.OccurredAt))?.TotalDays,
            LoyaltyRatio = Numeric.Ratio(week.Count(), month.Count()),
        };
}
