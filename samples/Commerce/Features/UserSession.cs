using Commerce.Domain;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Commerce.Features;

/// <summary>What a user is up to right now: the orders of the current session, none of them more than two days after the one before, two weeks back at most.</summary>
[FeatureView("user_session", Version = 1, Owner = "growth-ml", OnlineTtl = "30d", Freshness = "15m")]
public sealed partial record UserSession
{
    [EntityKey]
    public long UserId { get; init; }

    /// <summary>Rows of any status; none where the last one is more than two days ago.</summary>
    public long Orders { get; init; }

    /// <summary>What was spent, in the merchants' currencies.</summary>
    public double Amount { get; init; }

    /// <summary>The greatest single amount.</summary>
    public double? LargestAmount { get; init; }

    /// <summary>Different merchants.</summary>
    public long Merchants { get; init; }

    /// <summary>How long it has lasted.</summary>
    public TimeSpan? Lasting { get; init; }

    private static FeatureQuery<UserSession> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        let session = g.CurrentSession(Days(2), max: Days(14))
        select new UserSession
        {
            UserId = g.Key,
            Orders = session.Count(),
            Amount = session.Sum(p => p.Amount),
            LargestAmount = session.Max(p => p.Amount),
            Merchants = session.CountDistinct(p => p.MerchantId),
            Lasting = g.AsOf - session.Min(p => p.OccurredAt),
        };
}
