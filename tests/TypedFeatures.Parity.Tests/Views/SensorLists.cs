using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Vectors of events and of a dimension, over exact windows and the whole past; lists whose order hangs on ties.</summary>
[FeatureView("sensor_lists")]
public sealed partial record SensorLists
{
    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    [Vector(3)] public float[]? TraceTotal { get; init; }
    [Vector(3)] public float[]? TraceTotalEver { get; init; }
    [Vector(3)] public float[]? TraceMean { get; init; }
    [Vector(3)] public float[]? TraceMeanEver { get; init; }
    [Vector(3)] public float[]? LastTrace { get; init; }
    [Vector(3)] public float[]? FirstTraceEver { get; init; }
    [Vector(1)] public float[]? DriftTotal { get; init; }
    [Vector(1)] public float[]? LastDrift { get; init; }
    [Vector(2)] public float[]? LastPlace { get; init; }
    [Vector(2)] public float[]? HighPlaces { get; init; }
    public long Traces { get; init; }
    public FeatureList<string> LastTexts { get; init; } = [];
    public IReadOnlyList<string> FirstTextsEver { get; init; } = [];
    public FeatureList<SignalKind> LastKinds { get; init; } = [];
    public FeatureList<SignalKind> TopKinds { get; init; } = [];
    public FeatureList<double> FirstValues { get; init; } = [];
    public FeatureList<double> LastValuesEver { get; init; } = [];
    public FeatureMap<SignalKind, long> ByKind { get; init; } = FeatureMap<SignalKind, long>.Empty;
    public IReadOnlyDictionary<string, long> LevelByTextEver { get; init; } = FeatureMap<string, long>.Empty;

    private static FeatureQuery<SensorLists> Define(Events<Signal> signals, Dimension<Outlet> outlets) =>
        from m in signals
        join s in outlets on m.OutletId equals (long?)s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        group new { m, s } by m.SensorId into g
        let recent = g.Last(Days(7))
        select new SensorLists
        {
            SensorId = g.Key,
            Seen = g.All.Any(),
            TraceTotal = recent.Sum(x => x.m.Trace),
            TraceTotalEver = g.All.Sum(x => x.m.Trace),
            TraceMean = recent.Average(x => x.m.Trace),
            TraceMeanEver = g.All.Average(x => x.m.Trace),
            LastTrace = recent.Latest(x => x.m.Trace),
            FirstTraceEver = g.All.First(x => x.m.Trace),
            DriftTotal = recent.Sum(x => x.m.Drift),
            LastDrift = recent.Latest(x => x.m.Drift),
            LastPlace = recent.Latest(x => x.s?.Place),
            HighPlaces = recent.Where(x => x.m.Level > 1).Average(x => x.s?.Place),
            Traces = recent.Count(x => x.m.Trace is not null),
            LastTexts = recent.LatestK(2, x => x.m.Text),
            FirstTextsEver = g.All.FirstK(3, x => x.m.Text),
            LastKinds = recent.LatestK(3, x => x.m.Kind),
            TopKinds = recent.TopK(2, x => x.m.Kind),
            FirstValues = recent.FirstK(2, x => x.m.Value),
            LastValuesEver = g.All.Where(x => !x.m.IsTest).LatestK(2, x => x.m.Value * 10),
            ByKind = recent.CountBy(x => x.m.Kind),
            LevelByTextEver = g.All.SumBy(x => x.m.Text, x => x.m.Level),
        };
}
