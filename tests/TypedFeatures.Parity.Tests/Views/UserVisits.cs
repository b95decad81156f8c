using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Events without an ingest time; rounding, bounds, floats and divisions.</summary>
[FeatureView("user_visits")]
public sealed partial record UserVisits
{
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long Visits { get; init; }
    public long VisitsOfMoment { get; init; }
    public double? Rounded { get; init; }
    public double? Floored { get; init; }
    public double? Raised { get; init; }
    public double? Absolute { get; init; }
    public double? AtMostTen { get; init; }
    public double? AtLeastZero { get; init; }
    public int? ClicksAtLeastTwo { get; init; }
    public double? UsualScroll { get; init; }
    public double? UsualLoad { get; init; }
    public long ScrollValues { get; init; }
    public float? BestScore { get; init; }
    public float? LastScore { get; init; }
    public double? AverageScore { get; init; }
    public double? AverageScoreMagnitude { get; init; }
    public double ScrollTotal { get; init; }
    public double? ScrollTotalMagnitude { get; init; }
    public long ScoreAboveScroll { get; init; }
    public int? UsualClicks { get; init; }
    public long Humans { get; init; }
    public long NotBots { get; init; }
    public double? Inverse { get; init; }
    public double? Quotient { get; init; }
    public int? Parity { get; init; }
    public int? Halves { get; init; }
    public long? Rate { get; init; }
    public double RatioOrZero { get; init; }

    private static FeatureQuery<UserVisits> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.UserId into g
        let all = g.Last(Days(7))
        select new UserVisits
        {
            UserId = g.Key,
            Seen = all.Any(),
            Visits = all.Count(),
            VisitsOfMoment = g.Last(Milliseconds(1500)).Count(),
            Rounded = all.Max(x => Math.Round(x.Scroll)),
            Floored = all.Min(x => Math.Floor(x.Scroll)),
            Raised = all.Latest(x => Math.Ceiling(x.Scroll)),
            Absolute = all.Max(x => Math.Abs(x.Scroll)),
            AtMostTen = all.Max(x => Math.Min(x.Scroll, 10)),
            AtLeastZero = all.Min(x => Math.Max(x.Scroll, 0)),
            ClicksAtLeastTwo = all.Min(x => Math.Max(x.Clicks, 2)),
            UsualScroll = all.Mode(x => x.Scroll),
            UsualLoad = all.Mode(x => x.Load),
            ScrollValues = all.CountDistinct(x => x.Scroll),
            BestScore = all.Max(x => x.Score),
            LastScore = all.Latest(x => x.Score),
            AverageScore = all.Average(x => x.Score),
            AverageScoreMagnitude = all.Sum(x => Math.Abs((double)x.Score)),
            ScrollTotal = all.Sum(x => Math.Min(Math.Max(x.Scroll, -1e300), 1e300)),
            ScrollTotalMagnitude = all.Sum(x => Math.Abs(Math.Min(Math.Max(x.Scroll, -1e300), 1e300))),
            ScoreAboveScroll = all.Count(x => x.Score > x.Scroll),
            UsualClicks = all.Mode(x => x.Clicks),
            Humans = all.Count(x => x.IsBot == false),
            NotBots = all.Count(x => x.IsBot != true),
            Inverse = all.Max(x => x.Scroll != 0 ? 1 / x.Scroll : (double?)null),
            Quotient = all.Latest(x => Numeric.Ratio(x.Load, x.Scroll)),
            Parity = all.Latest(x => x.Clicks % 2),
            Halves = all.Min(x => x.Clicks / 2),
            Rate = all.Latest(x => x.Clicks > 0 ? x.Bytes / x.Clicks : (long?)null),
            RatioOrZero = Numeric.Ratio(all.Count(x => x.Clicks > 2), all.Count()) ?? 0,
        };
}
