using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Counts and sums by category: nulls on either side, totals that overflow, amounts that may fail, the whole past.</summary>
[FeatureView("customer_maps")]
public sealed partial record CustomerMaps
{
    [EntityKey] public long CustomerId { get; init; }
    public bool Seen { get; init; }
    public FeatureMap<string, long> ByCategory { get; init; } = FeatureMap<string, long>.Empty;
    public FeatureMap<string, long> ByNoteEver { get; init; } = FeatureMap<string, long>.Empty;
    public FeatureMap<Channel, long> ByChannel { get; init; } = FeatureMap<Channel, long>.Empty;
    public FeatureMap<string, double>? AmountByCategory { get; init; }
    public double? AmountByCategoryMagnitude { get; init; }
    public FeatureMap<string, double>? WeightByNoteEver { get; init; }
    public double? WeightByNoteEverMagnitude { get; init; }
    public FeatureMap<string, double>? SpendByNote { get; init; }
    public double? SpendByNoteMagnitude { get; init; }
    public FeatureMap<string, long> PointsByCategory { get; init; } = FeatureMap<string, long>.Empty;
    public FeatureMap<OrderStatus, long> QuantityByStatusEver { get; init; } = FeatureMap<OrderStatus, long>.Empty;
    public FeatureMap<long, long> PriceByOutlet { get; init; } = FeatureMap<long, long>.Empty;
    public FeatureMap<string, long> CostByNote { get; init; } = FeatureMap<string, long>.Empty;

    private static FeatureQuery<CustomerMaps> Define(Events<Order> orders) =>
        from o in orders
        group o by o.CustomerId into g
        let month = g.Last(Days(30))
        select new CustomerMaps
        {
            CustomerId = g.Key,
            Seen = g.All.Any(),
            ByCategory = month.CountBy(o => o.Category),
            ByNoteEver = g.All.Where(o => o.IsGift).CountBy(o => o.Note),
            ByChannel = month.CountBy(o => o.Channel),
            AmountByCategory = month.SumBy(o => o.Category, o => o.Amount),
            AmountByCategoryMagnitude = month.Sum(o => o.Amount is { } a ? Math.Abs(a) : 0),
            WeightByNoteEver = g.All.SumBy(o => o.Note, o => o.Weight),
            WeightByNoteEverMagnitude = g.All.Sum(o => o.Weight is { } w ? Math.Abs((double)w) : 0),
            SpendByNote = month.SumBy(o => o.Note, o => o.Amount * o.Discount),
            SpendByNoteMagnitude = month.Sum(o => o.Amount is { } a ? Math.Abs(a * o.Discount) : 0),
            PointsByCategory = month.SumBy(o => o.Category, o => o.Points),
            QuantityByStatusEver = g.All.SumBy(o => o.Status, o => o.Quantity),
            PriceByOutlet = month.SumBy(o => o.OutletId, o => o.Price),
            CostByNote = month.SumBy(o => o.Note, o => checked(o.Price * o.Quantity)),
        };
}
