using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>The whole past of what can be merged and of what cannot, beside tiles and a session.</summary>
[FeatureView("sensor_past")]
public sealed partial record SensorPast
{
    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    public double? Deviation { get; init; }
    public double? DeviationMagnitude { get; init; }
    public double? PopulationVariance { get; init; }
    public double? PopulationVarianceMagnitude { get; init; }
    public double? Median { get; init; }
    public double? MedianMagnitude { get; init; }
    public double? Decayed { get; init; }
    public double? DecayedMagnitude { get; init; }
    public TimeSpan? SinceFirst { get; init; }
    public TimeSpan? SinceLast { get; init; }
    public long Tiled { get; init; }
    public string? LastOfTiles { get; init; }
    public long Session { get; init; }

    private static FeatureQuery<SensorPast> Define(Events<Signal> signals) =>
        from m in signals
        where m.Level >= -1
        group m by m.SensorId into g
        select new SensorPast
        {
            SensorId = g.Key,
            Seen = g.All.Any(),
            Deviation = g.All.StandardDeviation(x => x.Value),
            DeviationMagnitude = g.All.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            PopulationVariance = g.All.PopulationVariance(x => x.Value),
            PopulationVarianceMagnitude = g.All.Sum(x => x.Value * x.Value),
            Median = g.All.Median(x => x.Value),
            MedianMagnitude = g.All.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            Decayed = g.All.Where(x => !x.IsTest).DecayedSum(x => x.Value, Days(30)),
            DecayedMagnitude = g.All.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            SinceFirst = g.All.TimeSinceFirst(),
            SinceLast = g.All.TimeSinceLast(),
            Tiled = g.Last(Hours(36), tile: Hours(1)).Count(),
            LastOfTiles = g.Last(Days(30), tile: Days(1)).Latest(x => x.Text),
            Session = g.CurrentSession(Hours(1), max: Days(1)).Count(),
        };
}
