using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A composite key with a part that may be null, the whole past, and windows narrowed by <c>Where</c>.</summary>
[FeatureView("customer_outlet", Version = 2)]
public sealed partial record CustomerOutlet
{
    [EntityKey] public long OutletId { get; init; }
    [EntityKey] public long CustomerId { get; init; }
    public bool Seen { get; init; }
    public long Orders { get; init; }
    public long Gifts7d { get; init; }
    public long PricyGifts7d { get; init; }
    public long? CheapestEver { get; init; }
    public long? DearestEver { get; init; }
    public double? AveragePrice { get; init; }
    public double? AveragePointsEver { get; init; }
    public double? AverageQuantity { get; init; }
    public int ItemsEver { get; init; }
    public int Items30d { get; init; }
    public Channel? UsualChannel { get; init; }
    public OrderStatus? LastStatus { get; init; }
    public OrderStatus? LowestStatus { get; init; }
    public DateOnly? EarliestDue { get; init; }
    public DateOnly? LatestDue { get; init; }
    public Guid? SmallestBasket { get; init; }
    public Guid? GreatestBasket { get; init; }
    public Guid? LastBasket { get; init; }
    public long Baskets { get; init; }
    public TimeSpan TimeSpent { get; init; }
    public TimeSpan? Longest { get; init; }
    public DateTime? FirstOrderAt { get; init; }
    public DateTime? LatestPromise { get; init; }
    public bool? LastExpress { get; init; }
    public double? EverSpent { get; init; }
    public double? EverSpentMagnitude { get; init; }
    public string? LeastNote { get; init; }
    public string? GreatestNote { get; init; }

    private static FeatureQuery<CustomerOutlet> Define(Events<Order> orders) =>
        from o in orders
        where o.Status == OrderStatus.Completed || o.Status == OrderStatus.Pending || o.Status < OrderStatus.Pending
        group o by new { o.CustomerId, o.OutletId } into g
        let gifts = g.Last(Days(7)).Where(x => x.IsGift)
        select new CustomerOutlet
        {
            OutletId = g.Key.OutletId,
            CustomerId = g.Key.CustomerId!.Value,
            Seen = g.All.Any(),
            Orders = g.All.Count(),
            Gifts7d = gifts.Count(),
            PricyGifts7d = gifts.Where(x => x.Amount >= 10).Count(x => x.Discount == 0),
            CheapestEver = g.All.Min(x => x.Price),
            DearestEver = g.All.Max(x => x.Price),
            AveragePrice = g.Last(Days(30)).Average(x => x.Price),
            AveragePointsEver = g.All.Average(x => x.Points),
            AverageQuantity = gifts.Average(x => x.Quantity),
            ItemsEver = g.All.Sum(x => x.Quantity),
            Items30d = g.Last(Days(30)).Where(x => x.Channel != Channel.Web).Sum(x => x.Quantity),
            UsualChannel = g.All.Mode(x => x.Channel),
            LastStatus = g.All.Latest(x => x.Status),
            LowestStatus = g.All.Min(x => x.Status),
            EarliestDue = g.All.Min(x => x.DueOn),
            LatestDue = g.Last(Days(30)).Max(x => x.DueOn),
            SmallestBasket = g.All.Min(x => x.Basket),
            GreatestBasket = g.All.Max(x => x.Basket),
            LastBasket = g.All.Latest(x => x.Basket),
            Baskets = g.All.CountDistinct(x => x.Basket),
            TimeSpent = g.All.Sum(x => x.Duration),
            Longest = g.Last(Days(30)).Max(x => x.Duration),
            FirstOrderAt = g.All.Min(x => x.OccurredAt),
            LatestPromise = g.All.Max(x => x.PromisedAt),
            LastExpress = g.All.Latest(x => x.IsExpress),
            EverSpent = g.All.Sum(x => x.Amount - x.Discount),
            EverSpentMagnitude = g.All.Sum(x => x.Amount is { } a ? Math.Abs(a - x.Discount) : 0),
            LeastNote = g.All.Min(x => x.Note),
            GreatestNote = g.All.Max(x => x.Note),
        };
}
