using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>Whether a purchase of the next sixty days was charged back.</summary>
[Label("charged_back_60d", Version = 1, Owner = "risk")]
public sealed partial record ChargedBack60d
{
    [EntityKey] public long UserId { get; init; }
    public bool Value { get; init; }

    private static LabelQuery<ChargedBack60d> Define(Outcomes<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        select new ChargedBack60d { UserId = g.Key, Value = g.Next(Days(60)).Any(p => p.ChargedBack) };
}
