using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A nullable GUID key; calendar parts, differences and sums of time.</summary>
[FeatureView("basket_times")]
public sealed partial record BasketTimes
{
    [EntityKey] public Guid Basket { get; init; }
    public bool Seen { get; init; }
    public int? Year { get; init; }
    public int? Month { get; init; }
    public int? Day { get; init; }
    public int? DayOfYear { get; init; }
    public long Mondays { get; init; }
    public long Weekend { get; init; }
    public int? WeekdayNumber { get; init; }
    public int? Hour { get; init; }
    public int? Minute { get; init; }
    public int? Second { get; init; }
    public int? Millisecond { get; init; }
    public DateTime? LastMidnight { get; init; }
    public TimeSpan? LatestTimeOfDay { get; init; }
    public TimeSpan? LongestWait { get; init; }
    public TimeSpan? ShortestWait { get; init; }
    public TimeSpan WaitTotal { get; init; }
    public double? WaitDays { get; init; }
    public double? WaitHours { get; init; }
    public double? WaitMinutes { get; init; }
    public double? WaitSeconds { get; init; }
    public double? WaitMilliseconds { get; init; }
    public int? WaitWholeDays { get; init; }
    public int? WaitRestHours { get; init; }
    public int? WaitRestMinutes { get; init; }
    public int? WaitRestSeconds { get; init; }
    public long Late { get; init; }
    public long LateByAnHour { get; init; }
    public long BeforeEpoch { get; init; }
    public DateTime? LatestEnd { get; init; }
    public int? DueYear { get; init; }
    public int? DueMonth { get; init; }
    public int? DueDay { get; init; }
    public int? DueDayOfYear { get; init; }
    public long DueOnSunday { get; init; }
    public long DueEarly { get; init; }
    public double? HoursSinceFirst { get; init; }
    public int AsOfHour { get; init; }
    public bool SameDay { get; init; }
    public double? WaitRatio { get; init; }

    private static FeatureQuery<BasketTimes> Define(Events<Order> orders) =>
        from o in orders
        group o by o.Basket into g
        let all = g.Last(Days(90))
        let day = g.Last(Days(1))
        select new BasketTimes
        {
            Basket = g.Key,
            Seen = all.Any(),
            Year = all.Max(x => x.OccurredAt.Year),
            Month = all.Latest(x => x.OccurredAt.Month),
            Day = all.Latest(x => x.PromisedAt?.Day),
            DayOfYear = all.Max(x => x.OccurredAt.DayOfYear),
            Mondays = all.Count(x => x.OccurredAt.DayOfWeek == DayOfWeek.Monday),
            Weekend = all.Count(x => x.OccurredAt.DayOfWeek == DayOfWeek.Saturday || x.OccurredAt.DayOfWeek == DayOfWeek.Sunday),
            WeekdayNumber = all.Latest(x => (int)x.OccurredAt.DayOfWeek),
            Hour = all.Mode(x => x.OccurredAt.Hour),
            Minute = all.Latest(x => x.OccurredAt.Minute),
            Second = all.Max(x => x.OccurredAt.Second),
            Millisecond = all.Max(x => x.PromisedAt?.Millisecond),
            LastMidnight = all.Max(x => x.OccurredAt.Date),
            LatestTimeOfDay = all.Max(x => x.OccurredAt.TimeOfDay),
            LongestWait = all.Max(x => x.PromisedAt - x.OccurredAt),
            ShortestWait = all.Min(x => x.PromisedAt - x.OccurredAt),
            WaitTotal = all.Sum(x => x.PromisedAt - x.OccurredAt),
            WaitDays = all.Max(x => (x.PromisedAt - x.OccurredAt)?.TotalDays),
            WaitHours = all.Latest(x => (x.PromisedAt - x.OccurredAt)?.TotalHours),
            WaitMinutes = all.Min(x => (x.PromisedAt - x.OccurredAt)?.TotalMinutes),
            WaitSeconds = all.Latest(x => x.Duration?.TotalSeconds),
            WaitMilliseconds = all.Max(x => x.Duration?.TotalMilliseconds),
            WaitWholeDays = all.Latest(x => (x.PromisedAt - x.OccurredAt)?.Days),
            WaitRestHours = all.Latest(x => (x.PromisedAt - x.OccurredAt)?.Hours),
            WaitRestMinutes = all.Latest(x => (x.PromisedAt - x.OccurredAt)?.Minutes),
            WaitRestSeconds = all.Latest(x => x.Duration?.Seconds),
            Late = all.Count(x => x.PromisedAt < x.OccurredAt),
            LateByAnHour = all.Count(x => x.OccurredAt - x.PromisedAt >= Hours(1)),
            BeforeEpoch = all.Count(x => x.OccurredAt < DateTime.UnixEpoch),
            LatestEnd = all.Max(x => x.PromisedAt + Hours(36)),
            DueYear = all.Max(x => x.DueOn?.Year),
            DueMonth = all.Latest(x => x.DueOn?.Month),
            DueDay = all.Latest(x => x.DueOn?.Day),
            DueDayOfYear = all.Latest(x => x.DueOn?.DayOfYear),
            DueOnSunday = all.Count(x => x.DueOn?.DayOfWeek == DayOfWeek.Sunday),
            DueEarly = all.Count(x => x.DueOn < new DateOnly(1970, 1, 1)),
            HoursSinceFirst = (g.AsOf - all.Min(x => x.OccurredAt))?.TotalHours,
            AsOfHour = g.AsOf.Hour,
            SameDay = day.Max(x => x.OccurredAt)?.Date == g.AsOf.Date,
            WaitRatio = Numeric.Ratio(all.Max(x => x.Duration)?.TotalSeconds, all.Sum(x => x.PromisedAt - x.OccurredAt).TotalSeconds),
        };
}
