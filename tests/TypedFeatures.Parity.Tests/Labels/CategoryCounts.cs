using Shop;
using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A label that asks for nothing that a later version could change.</summary>
[Label("category_counts")]
public sealed partial record CategoryCounts
{
    [EntityKey] public required string Category { get; init; }
    public long Purchases { get; init; }

    private static LabelQuery<CategoryCounts> Define(Outcomes<Purchase> purchases) =>
        from p in purchases
        group p by p.Category into g
        select new CategoryCounts { Category = g.Key, Purchases = g.Next(Days(1)).Count() };
}
