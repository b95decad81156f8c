using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class KnowledgeCases
{
    public static readonly HandParagraph All = new("Knowledge")
    {
        { "A late row is not seen before it is known", Rows(Buy("a", T - Days(1), ingested: T + Microsecond)), NoPurchases },
        { "A late row is seen at the instant it is known", Rows(Buy("a", T - Days(1), ingested: T)), OnePurchase(daysAgo: 1) },
        { "Knowing everything sees a late row", Rows(Buy("a", T - Days(1), ingested: T + Days(30))), OnePurchase(daysAgo: 1), Knowledge.Everything },
        { "Knowing everything sees no future", Rows(Buy("a", T + Microsecond, ingested: T - Days(1))), NoPurchases, Knowledge.Everything },
        { "A future-dated row waits", Rows(Buy("a", T + Hours(12), ingested: T - Days(1))), NoPurchases },
        { "A future-dated row is seen when the as-of instant reaches it", Rows(Buy("a", T + Hours(12), ingested: T - Days(1))), OnePurchase(daysAgo: 0), T + Hours(12) },
        { "What is known at W is read later: a future-dated row has come in", Rows(Buy("a", T + Hours(1), ingested: T)), OnePurchase(daysAgo: 1.5), T + Hours(37), T },
        { "What is known at W is read later: a window has moved on", Rows(Buy("a", T - Days(6))), OnePurchase(daysAgo: 7) with { Purchases7d = 0 }, T + Days(1), T },
        { "What becomes known after W is not read", Rows(Buy("a", T - Days(1), ingested: T + Microsecond)), NoPurchases, T + Hours(37), T },
        { "A row without ingest time is known at its event time", Rows(Scan(1, T + Hours(1))), NoParcels, T + Hours(37), T },
        {
            "A row without ingest time is seen from its event time on",
            Rows(Scan(1, T + Hours(1))),
            NoParcels with { Parcels = 1, NotAboveTen = 1, Items = 1, CentsPerItem = 0 },
            T + Hours(1)
        },
    };
}
