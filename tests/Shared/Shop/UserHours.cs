using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a user bought by the hour: nothing but tiles.</summary>
[FeatureView("user_hours")]
public sealed partial record UserHours
{
    [EntityKey] public long UserId { get; init; }
    public long Purchases { get; init; }
    public double Spend { get; init; }
    public double? Largest { get; init; }
    public string? LatestCategory { get; init; }

    static FeatureQuery<UserHours> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        let hours = g.Last(Hours(2), tile: Hours(1))
        select new UserHours
        {
            UserId = g.Key,
            Purchases = hours.Count(),
            Spend = hours.Sum(p => p.Amount),
            Largest = hours.Max(p => p.Amount),
            LatestCategory = hours.Latest(p => p.Category),
        };
}
