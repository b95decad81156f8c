using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A view with a composite key over a view of the same source, joined by a key of two parts of which one may be null.</summary>
[FeatureView("place_orders")]
public sealed partial record PlaceOrders
{
    [EntityKey] public long CustomerId { get; init; }
    [EntityKey] public required string Category { get; init; }
    public bool Seen { get; init; }
    public long Orders { get; init; }
    public long Placed { get; init; }
    public long? LastRows { get; init; }
    public long? SessionRows { get; init; }
    public bool? LastIsOrder { get; init; }
    public double? Greatest { get; init; }
    public string? LastLabel { get; init; }

    private static FeatureQuery<PlaceOrders> Define(Events<Order> orders, View<PlacePulse> places) =>
        from o in orders
        join p in places.Snapshots(every: Hours(1)) on new { o.Region, Outlet = o.OutletId } equals new { Region = (string?)p.Region, Outlet = p.OutletId } into ps
        from p in ps.DefaultIfEmpty()
        where o.Quantity != 3 && (p == null || p.Rows < 5)
        group new { o, p } by new { o.CustomerId, o.Category } into g
        let month = g.Last(Days(30))
        select new PlaceOrders
        {
            CustomerId = g.Key.CustomerId!.Value,
            Category = g.Key.Category,
            Seen = month.Any(),
            Orders = month.Count(),
            Placed = month.Count(x => x.p != null),
            LastRows = month.Latest(x => x.p?.Rows),
            SessionRows = g.CurrentSession(Days(1), max: Days(7)).Max(x => x.p?.Rows),
            LastIsOrder = month.Latest(x => x.p?.LastIsOrder),
            Greatest = month.Max(x => x.p?.Greatest),
            LastLabel = month.Mode(x => x.p?.LastLabel),
        };
}
