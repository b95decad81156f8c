using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Sessions of two gaps over events without an ingest time, and whole pasts of what is new there.</summary>
[FeatureView("user_bursts")]
public sealed partial record UserBursts
{
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long Burst { get; init; }
    public long BurstClicks { get; init; }
    public long Day { get; init; }
    public long DayOfBots { get; init; }
    public bool AllBots { get; init; }
    public string? FirstPage { get; init; }
    public string? UsualPage { get; init; }
    public long Pages { get; init; }
    public TimeSpan? Length { get; init; }
    public double? MedianScroll { get; init; }
    public double? MedianScrollMagnitude { get; init; }
    public double? Decayed { get; init; }
    public double? DecayedMagnitude { get; init; }
    public int? Doubled { get; init; }

    private static FeatureQuery<UserBursts> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.UserId into g
        let burst = g.CurrentSession(Hours(1), max: Hours(36))
        let day = g.CurrentSession(gap: Hours(36), max: Days(7))
        select new UserBursts
        {
            UserId = g.Key,
            Seen = g.Last(Days(7)).Any(),
            Burst = burst.Count(),
            BurstClicks = burst.Sum(x => (long)x.Clicks),
            Day = day.Count(),
            DayOfBots = day.Where(x => x.IsBot == true).Count(),
            AllBots = day.All(x => x.IsBot == true),
            FirstPage = day.First(x => x.Page),
            UsualPage = day.Mode(x => x.Page),
            Pages = burst.CountDistinct(x => x.Page),
            Length = burst.TimeSinceFirst() - burst.TimeSinceLast(),
            MedianScroll = day.Median(x => x.Scroll),
            MedianScrollMagnitude = day.Sum(x => Math.Abs(x.Scroll)),
            Decayed = day.DecayedSum(x => x.Scroll, Days(1)),
            DecayedMagnitude = day.Sum(x => Math.Abs(x.Scroll)),
            Doubled = burst.Max(x => checked(x.Clicks * 2)),
        };
}
