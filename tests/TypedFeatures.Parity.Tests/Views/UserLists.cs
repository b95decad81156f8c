using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A list of every type, without an ingest time.</summary>
[FeatureView("user_lists")]
public sealed partial record UserLists
{
    private const int Few = 2;

    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public FeatureList<string> Pages { get; init; } = [];
    public FeatureList<string> TopPages { get; init; } = [];
    public FeatureList<string> TopPagesEver { get; init; } = [];
    public FeatureList<Guid> Sessions { get; init; } = [];
    public FeatureList<Guid> TopTokens { get; init; } = [];
    public FeatureList<Device> Devices { get; init; } = [];
    public FeatureList<int> Clicks { get; init; } = [];
    public FeatureList<int> TopClicks { get; init; } = [];
    public FeatureList<long> Bytes { get; init; } = [];
    public FeatureList<long> Products { get; init; } = [];
    public FeatureList<double> TopScrolls { get; init; } = [];
    public FeatureList<double> Loads { get; init; } = [];
    public FeatureList<float> Scores { get; init; } = [];
    public FeatureList<float> TopScores { get; init; } = [];
    public FeatureList<DateTime> Times { get; init; } = [];
    public FeatureList<DateTime> TopStarts { get; init; } = [];
    public FeatureList<DateOnly> Days { get; init; } = [];
    public FeatureList<DateOnly> TopDays { get; init; } = [];
    public FeatureList<TimeSpan> Spans { get; init; } = [];
    public FeatureList<TimeSpan> TopSpans { get; init; } = [];
    public FeatureList<bool> Bots { get; init; } = [];
    public FeatureMap<bool, long> ByBot { get; init; } = FeatureMap<bool, long>.Empty;
    public FeatureMap<Guid, long> BySession { get; init; } = FeatureMap<Guid, long>.Empty;
    public FeatureMap<DateOnly, long> ClicksByDay { get; init; } = FeatureMap<DateOnly, long>.Empty;
    public FeatureMap<int, long> ByClicks { get; init; } = FeatureMap<int, long>.Empty;
    public FeatureMap<double, long> ByScroll { get; init; } = FeatureMap<double, long>.Empty;
    public FeatureMap<DateTime, long> ByStart { get; init; } = FeatureMap<DateTime, long>.Empty;

    private static FeatureQuery<UserLists> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.UserId into g
        let recent = g.Last(Duration.Days(30))
        select new UserLists
        {
            UserId = g.Key,
            Seen = g.All.Any(),
            Pages = recent.LatestK(Few, v => v.Page),
            TopPages = recent.TopK(3, v => v.Page),
            TopPagesEver = g.All.TopK(1, v => v.Page),
            Sessions = recent.FirstK(Few, v => v.Session),
            TopTokens = recent.TopK(Few, v => v.Token),
            Devices = recent.LatestK(1000, v => v.Device),
            Clicks = recent.LatestK(Few, v => v.Clicks),
            TopClicks = recent.TopK(Few, v => v.Clicks),
            Bytes = recent.FirstK(Few, v => v.Bytes),
            Products = recent.LatestK(Few, v => checked(v.Bytes * v.Clicks)),
            TopScrolls = recent.TopK(Few, v => -v.Scroll),
            Loads = recent.LatestK(Few, v => v.Load / 3),
            Scores = recent.LatestK(Few, v => v.Score),
            TopScores = recent.TopK(Few, v => v.Score),
            Times = recent.LatestK(3, v => v.At),
            TopStarts = recent.TopK(Few, v => v.StartedAt),
            Days = recent.FirstK(Few, v => v.Day),
            TopDays = recent.TopK(Few, v => v.Day),
            Spans = recent.LatestK(Few, v => v.Spent),
            TopSpans = recent.TopK(Few, v => v.Spent),
            Bots = recent.LatestK(3, v => v.IsBot),
            ByBot = recent.CountBy(v => v.IsBot),
            BySession = recent.CountBy(v => v.Session),
            ClicksByDay = recent.SumBy(v => v.Day, v => v.Clicks),
            ByClicks = recent.CountBy(v => v.Clicks),
            ByScroll = recent.CountBy(v => v.Scroll),
            ByStart = g.All.CountBy(v => v.StartedAt),
        };
}
