using Commerce.Domain;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Commerce.Features;

/// <summary>Whether a purchase of the next sixty days is charged back. Known only when these are over: until then a moment is censored.</summary>
[Label("charged_back_60d", Version = 1, Owner = "risk-ml")]
public sealed partial record ChargedBack60d
{
    [EntityKey]
    public long UserId { get; init; }

    /// <summary>True where one is.</summary>
    public bool Value { get; init; }

    private static LabelQuery<ChargedBack60d> Define(Outcomes<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        select new ChargedBack60d { UserId = g.Key, Value = g.Next(Days(60)).Any(p => p.ChargedBack) };
}
