using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A label over a source with versions and a dimension: columns known after the outcome in conditions, values, orders and ties; a nullable key.</summary>
[Label("order_returns", Owner = "parity")]
public sealed partial record OrderReturns
{
    [EntityKey] public long CustomerId { get; init; }
    public bool AnyReturned { get; init; }
    public long Returned7d { get; init; }
    public long Orders30d { get; init; }
    public long Reasons { get; init; }
    public string? LatestReason { get; init; }
    public string? FirstReason { get; init; }
    public string? UsualReason { get; init; }
    public bool? LatestReturned { get; init; }
    public DateTime? NewestIngest { get; init; }
    public string? LatestCountry { get; init; }
    public Tier? BestTier { get; init; }
    public long Units { get; init; }
    public double? HoursUntilFirst { get; init; }
    public bool AllKept { get; init; }
    public long OneMicrosecond { get; init; }

    private static LabelQuery<OrderReturns> Define(Outcomes<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        join s in outlets on o.OutletId equals s.OutletId into found
        from s in found.DefaultIfEmpty()
        where o.Status != OrderStatus.Abandoned
        group new { o, s } by o.CustomerId into g
        let month = g.Next(Days(30))
        select new OrderReturns
        {
            CustomerId = g.Key,
            AnyReturned = g.Next(Days(90)).Any(x => x.o.Returned),
            Returned7d = g.Next(Days(7)).Count(x => x.o.Returned),
            Orders30d = month.Count(),
            Reasons = month.CountDistinct(x => x.o.ReturnReason),
            LatestReason = month.Latest(x => x.o.ReturnReason),
            FirstReason = month.Where(x => x.o.Returned).First(x => x.o.ReturnReason),
            UsualReason = g.Next(Days(90)).Mode(x => x.o.ReturnReason),
            LatestReturned = g.Next(Days(7)).Latest(x => x.o.Returned),
            NewestIngest = month.Max(x => x.o.IngestedAt),
            LatestCountry = month.Latest(x => x.s != null ? x.s.Country : null),
            BestTier = g.Next(Days(90)).Max(x => x.s != null ? x.s.Tier : null),
            Units = month.Sum(x => (long)x.o.Quantity),
            HoursUntilFirst = (g.Next(Days(90)).Min(x => x.o.OccurredAt) - g.AsOf)?.TotalHours,
            AllKept = g.Next(Days(1)).All(x => !x.o.Returned),
            OneMicrosecond = g.Next(Microseconds(1)).Count(),
        };
}
