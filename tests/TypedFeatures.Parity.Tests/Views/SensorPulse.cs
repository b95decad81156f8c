using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Two views over another stream: one that computes, on two grids, and a feature table; keys that may be null, conditions on what is joined.</summary>
[FeatureView("sensor_pulse")]
public sealed partial record SensorPulse
{
    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    public long Signals { get; init; }
    public long Known { get; init; }
    public long Risky { get; init; }
    public long BusySignals { get; init; }
    public long? LastOrders { get; init; }
    public long MostTiled { get; init; }
    public long? LastSession { get; init; }
    public long? LastWeekBefore { get; init; }
    public double? LastAverage { get; init; }
    public double? LastAverageMagnitude { get; init; }
    public double? Beyond { get; init; }
    public double? MaybeBeyond { get; init; }
    public string? Category { get; init; }
    public string? Country { get; init; }
    public OrderStatus? Status { get; init; }
    public Channel? Channel { get; init; }
    public DateOnly? Due { get; init; }
    public DateTime? LastAt { get; init; }
    public TimeSpan? SinceOrder { get; init; }
    public TimeSpan? Longest { get; init; }
    public Guid? Basket { get; init; }
    public float? Heaviest { get; init; }
    public int? MostItems { get; init; }
    public bool? Express { get; init; }
    public double? Score { get; init; }
    public string? Label { get; init; }
    public Tier? RiskTier { get; init; }
    public DateTime? ComputedAt { get; init; }
    public double? PerOrder { get; init; }

    private static FeatureQuery<SensorPulse> Define(Events<Signal> signals, View<OutletPulse> outlets, View<OutletRisk> risks) =>
        from m in signals
        join u in outlets.Snapshots(every: Days(1)) on m.OutletId equals (long?)u.OutletId
        join h in outlets.Snapshots(every: Hours(1)) on u.OutletId equals h.OutletId into hs
        from h in hs.DefaultIfEmpty()
        join r in risks.Snapshots(every: Hours(36)) on u.OutletId equals r.OutletId into rs
        from r in rs.DefaultIfEmpty()
        where m.Level >= 0 && u.UsualCategory != "none"
        group new { m, u, h, r } by m.SensorId into g
        let month = g.Last(Days(30))
        select new SensorPulse
        {
            SensorId = g.Key,
            Seen = month.Any(),
            Signals = month.Count(),
            Known = month.Count(x => x.h != null),
            Risky = month.Count(x => x.r != null && x.r.Seen),
            BusySignals = month.Where(x => x.u.IsBusy && x.u.Orders7d > x.m.Level).Count(),
            LastOrders = month.Latest(x => x.u.Orders7d),
            MostTiled = month.Max(x => x.u.Tiled) ?? 0,
            LastSession = month.Latest(x => x.u.Session),
            LastWeekBefore = month.Latest(x => x.h?.WeekBefore),
            LastAverage = month.Latest(x => x.u.Average),
            LastAverageMagnitude = month.Latest(x => x.u.AverageMagnitude),
            Beyond = month.Max(x => x.u.Beyond),
            MaybeBeyond = month.Min(x => x.h?.MaybeBeyond),
            Category = month.Mode(x => x.u.UsualCategory),
            Country = month.Latest(x => x.u.LastCountry),
            Status = month.Max(x => x.u.GreatestStatus),
            Channel = month.Mode(x => x.u.LastChannel),
            Due = month.Max(x => x.u.LatestDue),
            LastAt = month.Latest(x => x.h?.LastAt),
            SinceOrder = month.Max(x => x.m.MeasuredAt - x.u.LastAt),
            Longest = month.Max(x => x.u.Longest),
            Basket = month.Latest(x => x.u.LastBasket),
            Heaviest = month.Max(x => x.u.Heaviest),
            MostItems = month.Max(x => x.u.MostItems),
            Express = month.Latest(x => x.u.LastExpress),
            Score = month.Latest(x => x.r?.Score),
            Label = month.Latest(x => x.r?.Label),
            RiskTier = month.Max(x => x.r?.LastTier),
            ComputedAt = month.Max(x => x.r?.ComputedAt),
            PerOrder = month.Max(x => Numeric.Ratio(x.m.Level, x.u.Orders7d)),
        };
}
