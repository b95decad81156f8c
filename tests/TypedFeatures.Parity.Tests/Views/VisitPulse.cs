using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A view over a view over a view, on events without an ingest time, with a source's dimension before and after.</summary>
[FeatureView("visit_pulse")]
public sealed partial record VisitPulse
{
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long Visits { get; init; }
    public long Sensed { get; init; }
    public long? LastSignals { get; init; }
    public long? MostKnown { get; init; }
    public string? Category { get; init; }
    public double? LastAverage { get; init; }
    public double? LastAverageMagnitude { get; init; }
    public string? Country { get; init; }
    public string? OtherCountry { get; init; }

    private static FeatureQuery<VisitPulse> Define(Events<Visit> visits, Dimension<Outlet> outlets, View<SensorPulse> sensors) =>
        from v in visits
        join o in outlets on v.OutletId equals o.OutletId into os
        from o in os.DefaultIfEmpty()
        join s in sensors.Snapshots(every: Days(1)) on (long)v.UserId equals s.SensorId into ss
        from s in ss.DefaultIfEmpty()
        join p in outlets on s == null ? v.OutletId : s.Signals equals p.OutletId into ps
        from p in ps.DefaultIfEmpty()
        group new { v, o, s, p } by v.UserId into g
        select new VisitPulse
        {
            UserId = g.Key,
            Seen = g.All.Any(),
            Visits = g.All.Count(),
            Sensed = g.All.Count(x => x.s != null),
            LastSignals = g.All.Latest(x => x.s?.Signals),
            MostKnown = g.Last(Days(30)).Max(x => x.s?.Known),
            Category = g.All.Mode(x => x.s?.Category),
            LastAverage = g.All.Latest(x => x.s?.LastAverage),
            LastAverageMagnitude = g.All.Latest(x => x.s?.LastAverageMagnitude),
            Country = g.Last(Days(7), tile: Days(1)).Mode(x => x.o?.Country),
            OtherCountry = g.All.Latest(x => x.p?.Country),
        };
}
