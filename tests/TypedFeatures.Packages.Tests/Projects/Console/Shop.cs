using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

[EventSource("purchases")]
public sealed record Purchase
{
    [EventId] public required string EventId { get; init; }
    [EventTime] public DateTime OccurredAt { get; init; }
    [IngestTime] public DateTime IngestedAt { get; init; }
    public long UserId { get; init; }
    public double Amount { get; init; }
    public int Quantity { get; init; } = 1;
    public required string Category { get; init; }
    public string? Coupon { get; init; }
    [KnownAfterOutcome] public bool ChargedBack { get; init; }
}

/// <summary>How a user buys.</summary>
[FeatureView("user_purchases", Version = 1)]
public sealed partial record UserPurchases
{
    [EntityKey] public long UserId { get; init; }

    /// <summary>Purchases of the last 7 days.</summary>
    public long Purchases7d { get; init; }

    /// <summary>Mean amount of the last 30 days.</summary>
    public double? AverageAmount30d { get; init; }

    private static FeatureQuery<UserPurchases> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        select new UserPurchases
        {
            UserId = g.Key,
            Purchases7d = g.Last(Days(7)).Count(),
            AverageAmount30d = g.Last(Days(30)).Average(p => p.Amount),
        };
}

[Label("charged_back_30d", Version = 1)]
public sealed partial record ChargedBack30d
{
    [EntityKey] public long UserId { get; init; }
    public bool Value { get; init; }

    private static LabelQuery<ChargedBack30d> Define(Outcomes<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        select new ChargedBack30d { UserId = g.Key, Value = g.Next(Days(30)).Any(p => p.ChargedBack) };
}

[FeatureService("checkout", Version = 1)]
public sealed partial record Checkout
{
    public required UserPurchases User { get; init; }
    [Request] public required double Amount { get; init; }
    public double AmountVsAverage => User.AverageAmount30d is > 0 and var average ? Amount / average : 1;
}
