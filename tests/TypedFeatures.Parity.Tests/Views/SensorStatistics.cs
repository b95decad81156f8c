using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Windows that end before the as-of, how values scatter, percentiles and decay. A variance is a mean of squares: so is its magnitude.</summary>
[FeatureView("sensor_statistics")]
public sealed partial record SensorStatistics
{
    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    public long Before { get; init; }
    public long BeforeHour { get; init; }
    public long BeforeMoment { get; init; }
    public long HighBefore { get; init; }
    public string? LastTextBefore { get; init; }
    public double? FirstValueBefore { get; init; }
    public bool AllTestsBefore { get; init; }
    public double? Variance { get; init; }
    public double? VarianceMagnitude { get; init; }
    public double? Deviation { get; init; }
    public double? DeviationMagnitude { get; init; }
    public double? PopulationVariance { get; init; }
    public double? PopulationVarianceMagnitude { get; init; }
    public double? PopulationDeviation { get; init; }
    public double? PopulationDeviationMagnitude { get; init; }
    public double? LevelVariance { get; init; }
    public double? LevelVarianceMagnitude { get; init; }
    public double? SquareDeviation { get; init; }
    public double? SquareDeviationMagnitude { get; init; }
    public double? DeviationBefore { get; init; }
    public double? DeviationBeforeMagnitude { get; init; }
    public double? Median { get; init; }
    public double? MedianMagnitude { get; init; }
    public double? MedianLevel { get; init; }
    public double? MedianLevelMagnitude { get; init; }
    public double? Upper { get; init; }
    public double? UpperMagnitude { get; init; }
    public double? Least { get; init; }
    public double? Greatest { get; init; }
    public double? MedianSquareOfTests { get; init; }
    public double? MedianSquareOfTestsMagnitude { get; init; }
    public double? Decayed { get; init; }
    public double? DecayedMagnitude { get; init; }
    public double? DecayedBefore { get; init; }
    public double? DecayedBeforeMagnitude { get; init; }
    public TimeSpan? SinceFirst { get; init; }
    public TimeSpan? SinceLast { get; init; }
    public TimeSpan? SinceLastBefore { get; init; }
    public double? HoursSinceLastTest { get; init; }

    private static FeatureQuery<SensorStatistics> Define(Events<Signal> signals) =>
        from m in signals
        group m by m.SensorId into g
        let week = g.Last(Days(7))
        let before = g.Last(Days(7), offset: Days(1))
        let moment = g.Last(Hours(1), offset: Microseconds(1))
        select new SensorStatistics
        {
            SensorId = g.Key,
            Seen = g.Last(Days(8)).Any(),
            Before = before.Count(),
            BeforeHour = g.Last(offset: Hours(1), length: Days(1)).Count(),
            BeforeMoment = moment.Count(),
            HighBefore = before.Where(x => x.Level > 0).Where(x => !x.IsTest).Count(x => x.Kind > SignalKind.Normal),
            LastTextBefore = before.Latest(x => x.Text),
            FirstValueBefore = before.First(x => x.Value),
            AllTestsBefore = before.Where(x => x.Level != 0).All(x => x.IsTest),
            Variance = week.Variance(x => x.Value),
            VarianceMagnitude = week.Sum(x => x.Value * x.Value),
            Deviation = week.StandardDeviation(x => x.Value),
            DeviationMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            PopulationVariance = week.PopulationVariance(x => x.Value),
            PopulationVarianceMagnitude = week.Sum(x => x.Value * x.Value),
            PopulationDeviation = week.PopulationStandardDeviation(x => x.Value),
            PopulationDeviationMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            LevelVariance = week.Variance(x => x.Level),
            LevelVarianceMagnitude = week.Sum(x => (double)x.Level * x.Level),
            SquareDeviation = week.Where(x => x.Value != 1).StandardDeviation(x => x.Value * x.Value),
            SquareDeviationMagnitude = week.Sum(x => x.Value * x.Value),
            DeviationBefore = before.StandardDeviation(x => x.Value),
            DeviationBeforeMagnitude = before.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            Median = week.Median(x => x.Value),
            MedianMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            MedianLevel = week.Median(x => x.Level),
            MedianLevelMagnitude = week.Sum(x => Math.Abs((double)x.Level)),
            Upper = week.Percentile(x => x.Value, 0.9),
            UpperMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            Least = week.Percentile(x => x.Value, p: 0),
            Greatest = before.Percentile(x => x.Value, 1),
            MedianSquareOfTests = week.Where(x => x.IsTest).Median(x => x.Value * x.Value),
            MedianSquareOfTestsMagnitude = week.Sum(x => x.Value * x.Value),
            Decayed = week.DecayedSum(x => x.Value, Hours(12)),
            DecayedMagnitude = week.Sum(x => x.Value is { } v ? Math.Abs(v) : 0),
            DecayedBefore = before.Where(x => x.Level > 0).DecayedSum(x => x.Level, halfLife: Microseconds(1500)),
            DecayedBeforeMagnitude = before.Sum(x => Math.Abs((double)x.Level)),
            SinceFirst = week.TimeSinceFirst(),
            SinceLast = week.TimeSinceLast(),
            SinceLastBefore = before.TimeSinceLast(),
            HoursSinceLastTest = week.Where(x => x.IsTest).TimeSinceLast()?.TotalHours,
        };
}
