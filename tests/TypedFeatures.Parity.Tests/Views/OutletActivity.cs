using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Three streams as one: ids of every type, with and without an ingest time, filters before and after, and a dimension of the whole.</summary>
[FeatureView("outlet_activity")]
public sealed partial record OutletActivity
{
    [EntityKey] public long OutletId { get; init; }
    public bool Seen { get; init; }
    public long Rows { get; init; }
    public long Orders { get; init; }
    public long Visits7d { get; init; }
    public long Signals { get; init; }
    public string? LastKind { get; init; }
    public string? FirstKind { get; init; }
    public string? LastText { get; init; }
    public string? FirstText { get; init; }
    public double? LastAmount { get; init; }
    public double? Largest { get; init; }
    public double? Spend { get; init; }
    public double? SpendMagnitude { get; init; }
    public int? LastLevel { get; init; }
    public long Levels { get; init; }
    public DateTime? LastAt { get; init; }
    public Device? LastDevice { get; init; }
    public SignalKind? FirstSignal { get; init; }
    public string? LastCountry { get; init; }
    public double? DaysSinceLast { get; init; }

    private static FeatureQuery<OutletActivity> Define(
        Events<Order> orders, Events<Visit> visits, Events<Signal> signals, Dimension<Outlet> outlets) =>
        from e in Events.Merge(
            orders.Where(o => o.Status != OrderStatus.Refunded).Select(o => new
            {
                Outlet = (long?)o.OutletId, Kind = "order", o.Amount, Level = (int?)o.Quantity, Text = o.Note, At = o.OccurredAt,
                Device = (Device?)null, Signal = (SignalKind?)null,
            }),
            visits.Select(v => new
            {
                Outlet = (long?)v.OutletId, Kind = "visit", Amount = v.Load, Level = (int?)v.Clicks, Text = v.Page, v.At,
                Device = (Device?)v.Device, Signal = (SignalKind?)null,
            }),
            from m in signals
            where !m.IsTest
            select new
            {
                Outlet = m.OutletId, Kind = "signal", Amount = m.Value, Level = (int?)m.Level, Text = (string?)m.Text, At = m.MeasuredAt,
                Device = (Device?)null, Signal = m.Kind,
            })
        join s in outlets on e.Outlet equals (long?)s.OutletId
        where e.Kind != "visit" || s.IsOpen
        group new { e, s } by e.Outlet into g
        let all = g.Last(Days(90))
        select new OutletActivity
        {
            OutletId = g.Key,
            Seen = all.Any(),
            Rows = all.Count(),
            Orders = all.Count(x => x.e.Kind == "order"),
            Visits7d = g.Last(Days(7)).Count(x => x.e.Kind == "visit"),
            Signals = all.Count(x => x.e.Kind == "signal"),
            LastKind = all.Latest(x => x.e.Kind),
            FirstKind = all.First(x => x.e.Kind),
            LastText = all.Latest(x => x.e.Text),
            FirstText = g.Last(Days(30)).First(x => x.e.Text),
            LastAmount = all.Latest(x => x.e.Amount),
            Largest = all.Max(x => x.e.Amount * x.s.Rate),
            Spend = all.Sum(x => x.e.Amount),
            SpendMagnitude = all.Sum(x => x.e.Amount is { } a ? Math.Abs(a) : 0),
            LastLevel = all.Latest(x => x.e.Level),
            Levels = all.CountDistinct(x => x.e.Level),
            LastAt = all.Latest(x => x.e.At),
            LastDevice = all.Latest(x => x.e.Device),
            FirstSignal = all.First(x => x.e.Signal),
            LastCountry = all.Latest(x => x.s.Country),
            DaysSinceLast = (g.AsOf - all.Max(x => x.e.At))?.TotalDays,
        };
}
