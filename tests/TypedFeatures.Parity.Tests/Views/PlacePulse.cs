using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A composite key over merged streams, for others to join.</summary>
[FeatureView("place_pulse")]
public sealed partial record PlacePulse
{
    [EntityKey] public required string Region { get; init; }
    [EntityKey] public long OutletId { get; init; }
    public bool Seen { get; init; }
    public long Rows { get; init; }
    public bool? LastIsOrder { get; init; }
    public double? Greatest { get; init; }
    public string? LastLabel { get; init; }

    private static FeatureQuery<PlacePulse> Define(Events<Order> orders, Events<Visit> visits, Dimension<Campaign> campaigns) =>
        from e in Events.Merge(
            visits.Select(v => new { v.OutletId, Region = v.Page, Amount = v.Load, IsOrder = false }),
            orders.Where(o => o.Price > 0).Select(o => new { o.OutletId, o.Region, o.Amount, IsOrder = true }))
        join c in campaigns on new { e.Region, e.OutletId } equals new { Region = (string?)c.Region, c.OutletId } into cs
        from c in cs.DefaultIfEmpty()
        group new { e, c } by new { e.OutletId, e.Region } into g
        select new PlacePulse
        {
            Region = g.Key.Region!,
            OutletId = g.Key.OutletId,
            Seen = g.All.Any(),
            Rows = g.All.Count(),
            LastIsOrder = g.All.Latest(x => x.e.IsOrder),
            Greatest = g.All.Max(x => x.e.Amount),
            LastLabel = g.All.Latest(x => x.c?.Label),
        };
}
