using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class VersionCases
{
    private static readonly Purchase Yesterday = Buy("a", T - Days(1));

    public static readonly HandParagraph All = new("Duplicates and versions")
    {
        { "A duplicate counts once", Rows(Yesterday, Yesterday), OnePurchase(daysAgo: 1) },
        { "A duplicate that arrives again later counts once", Rows(Yesterday, Yesterday with { IngestedAt = T }), OnePurchase(daysAgo: 1) },
        { "A newer version of a row is the same event", Rows(Yesterday, Yesterday with { IngestedAt = T, ChargedBack = true }), OnePurchase(daysAgo: 1) },
        { "A newer version that arrives first is the same event", Rows(Yesterday with { IngestedAt = T, ChargedBack = true }, Yesterday), OnePurchase(daysAgo: 1) },
        { "Of conflicting rows the one known first counts", Rows(Yesterday with { Amount = 99, IngestedAt = T - Hours(1) }, Yesterday), OnePurchase(daysAgo: 1) },
        {
            "Of conflicting rows known at once the earlier event counts",
            Rows(Yesterday with { IngestedAt = T }, Yesterday with { IngestedAt = T, OccurredAt = T - Days(2) }),
            OnePurchase(daysAgo: 2)
        },
        {
            "Of conflicting rows alike so far the first difference in declared columns decides, null first",
            Rows(Yesterday, Yesterday with { Amount = null }),
            NoPurchases
        },
        {
            "An event id is one event, whatever its entity",
            Rows(Yesterday, Yesterday with { UserId = 2, IngestedAt = T }),
            NoPurchases with { UserId = 2 }
        },
        {
            "A loser does not come back where the winner is filtered away",
            Rows(Yesterday with { Status = OrderStatus.Pending }, Yesterday with { IngestedAt = T }),
            NoPurchases
        },
        {
            "A loser does not come back where the winner is dated in the future",
            Rows(Buy("a", T + Days(1), ingested: T - Days(2)), Yesterday),
            NoPurchases
        },
        {
            "Knowing everything does not change which version counts",
            Rows(Yesterday with { IngestedAt = T + Days(2), Amount = 99 }, Yesterday with { IngestedAt = T + Days(1) }),
            OnePurchase(daysAgo: 1),
            Knowledge.Everything
        },
        {
            "Of rows of one event without ingest time the earlier counts",
            Rows(Scan(1, T - Days(8)) with { Items = 5 }, Scan(1, T - Days(9)) with { Items = 3 }),
            NoParcels with { Parcels = 1, NotAboveTen = 1, Items = 3, CentsPerItem = 0 }
        },
    };
}
