using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Windows by tiles alone: the state holds partial aggregates, and rows for what cannot be merged.</summary>
[FeatureView("sensor_tiles")]
public sealed partial record SensorTiles
{
    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    public long Month { get; init; }
    public long Week { get; init; }
    public long WeekByWeek { get; init; }
    public bool AnyTest { get; init; }
    public bool AllTests { get; init; }
    public long HighOfTests { get; init; }
    public int LevelTotal { get; init; }
    public int? LevelDoubled { get; init; }
    public double? AverageLevel { get; init; }
    public double? Total { get; init; }
    public double? TotalMagnitude { get; init; }
    public double? Mean { get; init; }
    public double? MeanMagnitude { get; init; }
    public double? Least { get; init; }
    public string? GreatestText { get; init; }
    public SignalKind? GreatestKind { get; init; }
    public SignalKind? LastKind { get; init; }
    public string? FirstText { get; init; }
    public double? Deviation { get; init; }
    public double? DeviationMagnitude { get; init; }
    public double? Decayed { get; init; }
    public double? DecayedMagnitude { get; init; }
    public TimeSpan? SinceFirst { get; init; }

    private static FeatureQuery<SensorTiles> Define(Events<Signal> signals) =>
        from m in signals
        group m by m.SensorId into g
        let week = g.Last(Days(7), tile: Hours(1))
        let month = g.Last(Days(30), tile: Days(1))
        select new SensorTiles
        {
            SensorId = g.Key,
            Seen = month.Any(),
            Month = month.Count(),
            Week = week.Count(),
            WeekByWeek = g.Last(Days(7), tile: Days(7)).Count(),
            AnyTest = week.Any(x => x.IsTest),
            AllTests = g.Last(Hours(36), tile: Hours(1)).All(x => x.IsTest),
            HighOfTests = month.Where(x => x.IsTest).Where(x => x.Level > 1).Count(x => x.Kind > SignalKind.Normal),
            LevelTotal = month.Sum(x => x.Level),
            LevelDoubled = week.Max(x => checked(x.Level * 2)),
            AverageLevel = week.Average(x => x.Level),
            Total = week.Sum(x => x.Value),
            TotalMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            Mean = month.Average(x => x.Value),
            MeanMagnitude = month.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            Least = week.Min(x => x.Value),
            GreatestText = month.Max(x => x.Text),
            GreatestKind = week.Max(x => x.Kind),
            LastKind = week.Latest(x => x.Kind),
            FirstText = week.First(x => x.Text),
            Deviation = week.StandardDeviation(x => x.Value),
            DeviationMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            Decayed = month.DecayedSum(x => x.Value, Days(2)),
            DecayedMagnitude = month.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            SinceFirst = week.TimeSinceFirst(),
        };
}
