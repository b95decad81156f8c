using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A left join from events without an ingest time to a dimension without one, and inner to none; first, latest and ties by number ids.</summary>
[FeatureView("session_visits")]
public sealed partial record SessionVisits
{
    [EntityKey] public Guid Session { get; init; }
    public bool Seen { get; init; }
    public string? LandingPage { get; init; }
    public string? ExitPage { get; init; }
    public string? FirstCountry { get; init; }
    public string? LastCountry { get; init; }
    public int? LastClicks { get; init; }
    public long? LastBytes { get; init; }
    public double? LastLoad { get; init; }
    public Device? LastDevice { get; init; }
    public Device? GreatestDevice { get; init; }
    public DateOnly? LastDay { get; init; }
    public DateOnly? UsualDay { get; init; }
    public TimeSpan? LastSpent { get; init; }
    public Guid? LastToken { get; init; }
    public Guid? UsualToken { get; init; }
    public DateTime? LastStart { get; init; }
    public bool? FirstBot { get; init; }
    public float? FirstScore { get; init; }
    public long Tokens { get; init; }
    public double? RateSpread { get; init; }
    public long Days { get; init; }
    public long DaysSeen { get; init; }
    public bool IsLong { get; init; }
    public string Kind { get; init; } = "";

    private static FeatureQuery<SessionVisits> Define(Events<Visit> visits, Dimension<Outlet> outlets) =>
        from v in visits
        join s in outlets on v.OutletId equals s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        group new { v, Country = s == null ? null : s.Country, Rate = s?.Rate } by v.Session into g
        let all = g.All
        let hour = g.Last(Hours(1))
        let spread = all.Max(x => x.Rate) - all.Min(x => x.Rate)
        select new SessionVisits
        {
            Session = g.Key,
            Seen = all.Any(),
            LandingPage = all.First(x => x.v.Page),
            ExitPage = hour.Latest(x => x.v.Page),
            FirstCountry = hour.First(x => x.Country),
            LastCountry = all.Latest(x => x.Country),
            LastClicks = all.Latest(x => x.v.Clicks),
            LastBytes = hour.Latest(x => x.v.Bytes),
            LastLoad = all.Latest(x => x.v.Load),
            LastDevice = all.Latest(x => x.v.Device),
            GreatestDevice = all.Max(x => x.v.Device),
            LastDay = all.Latest(x => x.v.Day),
            UsualDay = hour.Mode(x => x.v.Day),
            LastSpent = hour.Latest(x => x.v.Spent),
            LastToken = all.Latest(x => x.v.Token),
            UsualToken = all.Mode(x => x.v.Token),
            LastStart = hour.Latest(x => x.v.StartedAt),
            FirstBot = all.First(x => x.v.IsBot),
            FirstScore = hour.First(x => x.v.Score),
            Tokens = all.CountDistinct(x => x.v.Token),
            RateSpread = spread,
            Days = all.CountDistinct(x => x.v.Day),
            DaysSeen = hour.CountDistinct(x => x.v.At.Date),
            IsLong = spread > 0.5 && all.Count() > 2,
            Kind = all.Count() == 0 ? "none" : all.Count() == 1 ? "bounce" : "session",
        };
}
