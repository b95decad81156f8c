using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Ids that are GUIDs, an enum of longs, a constant and a helper in place of a literal, and features that use the key and the as-of.</summary>
[FeatureView("sensor_signals")]
public sealed partial record SensorSignals
{
    private static readonly TimeSpan Recent = Days(7);

    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    public SignalKind? LastKind { get; init; }
    public SignalKind? GreatestKind { get; init; }
    public SignalKind? UsualKind { get; init; }
    public long Kinds { get; init; }
    public long High { get; init; }
    public double? LastValue { get; init; }
    public double? FirstValue { get; init; }
    public double? GreatestValue { get; init; }
    public double? Mean { get; init; }
    public double? MeanMagnitude { get; init; }
    public int? LastLevel { get; init; }
    public string? LastText { get; init; }
    public string? UsualText { get; init; }
    public long Tests { get; init; }
    public long Odd { get; init; }
    public bool IsEven { get; init; }
    public DateTime At { get; init; }
    public DateTime WeekBefore { get; init; }
    public double? OutletRate { get; init; }
    public long Nulls { get; init; }
    public bool? LastIsTest { get; init; }
    public double? Level { get; init; }

    private static FeatureQuery<SensorSignals> Define(Events<Signal> signals, Dimension<Outlet> outlets) =>
        from m in signals
        join s in outlets on m.OutletId equals (long?)s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        group new { m, s } by m.SensorId into g
        let recent = g.Last(Recent)
        select new SensorSignals
        {
            SensorId = g.Key,
            Seen = recent.Any(),
            LastKind = recent.Latest(x => x.m.Kind),
            GreatestKind = recent.Max(x => x.m.Kind),
            UsualKind = recent.Mode(x => x.m.Kind),
            Kinds = recent.CountDistinct(x => x.m.Kind),
            High = recent.Count(x => x.m.Kind > SignalKind.Normal),
            LastValue = recent.Latest(x => x.m.Value),
            FirstValue = recent.First(x => x.m.Value),
            GreatestValue = recent.Max(x => x.m.Value),
            Mean = recent.Average(x => x.m.Value),
            MeanMagnitude = recent.Sum(x => x.m.Value is { } v ? Math.Abs(v) : 0),
            LastLevel = recent.Latest(x => x.m.Level),
            LastText = recent.Latest(x => x.m.Text),
            UsualText = recent.Mode(x => x.m.Text),
            Tests = recent.Count(x => x.m.IsTest),
            Odd = recent.Count(x => IsOdd(x.m.Level)),
            IsEven = g.Key % 2 == 0,
            At = g.AsOf,
            WeekBefore = g.AsOf - Recent,
            OutletRate = recent.Latest(x => x.s?.Rate),
            Nulls = recent.Count(x => x.m.Value == null || x.m.Kind == null),
            LastIsTest = recent.Latest(x => x.m.IsTest),
            Level = recent.Max(x => (double)x.m.Level / 3),
        };

    private static bool IsOdd(int level) => level % 2 != 0;
}
