using static TypedFeatures.Duration;

#pragma warning disable TF1030 // a key read back by aggregates must agree, too

namespace TypedFeatures.Parity.Tests;

/// <summary>A composite key of a date and a bool that may be null, in a value tuple.</summary>
[FeatureView("day_visits")]
public sealed partial record DayVisits
{
    [EntityKey] public DateOnly Day { get; init; }
    [EntityKey] public int Weekday { get; init; }
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long Visits { get; init; }
    public DateOnly? UsualDay { get; init; }
    public Guid? LeastToken { get; init; }
    public bool? LastBot { get; init; }
    public TimeSpan? UsualSpent { get; init; }
    public DateTime? UsualStart { get; init; }
    public bool? UsualBot { get; init; }
    public float? UsualScore { get; init; }
    public float? LeastScore { get; init; }
    public long Scores { get; init; }
    public long Starts { get; init; }
    public long Spents { get; init; }
    public long Loads { get; init; }
    public long Bots { get; init; }
    public long Devices { get; init; }
    public DateOnly? GreatestDay { get; init; }
    public int DayYear { get; init; }
    public bool IsToday { get; init; }
    public long? BytesOfLatest { get; init; }
    public TimeSpan? Mean { get; init; }

    private static FeatureQuery<DayVisits> Define(Events<Visit> visits) =>
        from v in visits
        group v by (v.Day, (int)v.At.DayOfWeek, v.UserId) into g
        let all = g.Last(Days(30))
        select new DayVisits
        {
            Day = g.Key.Day,
            Weekday = g.Key.Item2,
            UserId = g.Key.UserId,
            Seen = all.Any(),
            Visits = all.Count(),
            UsualDay = all.Mode(x => x.Day),
            LeastToken = all.Min(x => x.Token),
            LastBot = all.Latest(x => x.IsBot),
            UsualSpent = all.Mode(x => x.Spent),
            UsualStart = all.Mode(x => x.StartedAt),
            UsualBot = all.Mode(x => x.IsBot),
            UsualScore = all.Mode(x => x.Score),
            LeastScore = all.Min(x => x.Score),
            Scores = all.CountDistinct(x => x.Score),
            Starts = all.CountDistinct(x => x.StartedAt),
            Spents = all.CountDistinct(x => x.Spent),
            Loads = all.CountDistinct(x => x.Load),
            Bots = all.CountDistinct(x => x.IsBot),
            Devices = all.CountDistinct(x => x.Device),
            GreatestDay = all.Max(x => x.Day),
            DayYear = g.Key.Day.Year,
            IsToday = g.Key.Item2 == (int)g.AsOf.DayOfWeek,
            BytesOfLatest = all.Latest(x => x.Bytes),
            Mean = all.Max(x => x.Spent) - all.Min(x => x.Spent),
        };
}
