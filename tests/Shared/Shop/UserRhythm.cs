using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>When a user buys: a window of every shape.</summary>
[FeatureView("user_rhythm")]
public sealed partial record UserRhythm
{
    [EntityKey] public long UserId { get; init; }
    public long Yesterday { get; init; }
    public long ByHour { get; init; }
    public long CategoriesByHour { get; init; }
    public long Session { get; init; }
    public long SessionOfToys { get; init; }
    public string? SessionStart { get; init; }

    static FeatureQuery<UserRhythm> Define(Events<Purchase> purchases) =>
        from p in purchases
        where p.Status == OrderStatus.Completed
        group p by p.UserId into g
        let session = g.CurrentSession(Minutes(30), max: Hours(6))
        select new UserRhythm
        {
            UserId = g.Key,
            Yesterday = g.Last(Days(1), offset: Days(1)).Count(),
            ByHour = g.Last(Hours(2), tile: Hours(1)).Count(),
            CategoriesByHour = g.Last(Hours(2), tile: Hours(1)).CountDistinct(p => p.Category),
            Session = session.Count(),
            SessionOfToys = session.Where(p => p.Category == "toys").Where(p => p.Amount > 0).Count(),
            SessionStart = session.First(p => p.Category),
        };
}
