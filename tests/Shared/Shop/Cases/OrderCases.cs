using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class OrderCases
{
    private static readonly DateTime Yesterday = T - Days(1);

    private static readonly UserCategories TwoBooks = NoBooks with { Purchases = 2, LatestCountry = "GB", FirstAmount = 1, LatestAmount = 2 };

    public static readonly HandParagraph All = new("Order and ties")
    {
        { "Events are ordered by event time, not by arrival", Rows(Buy("a", T, 2), Buy("b", Yesterday, 1)), TwoBooks },
        { "Events are ordered by event time before ingest time", Rows(Buy("b", Yesterday, 1, ingested: T), Buy("a", Yesterday + Microsecond, 2)), TwoBooks },
        { "Of events at one instant the one known later is the later", Rows(Buy("a", Yesterday, 2, ingested: T), Buy("b", Yesterday, 1)), TwoBooks },
        { "Of events known at one instant the greater id is the later", Rows(Buy("b", Yesterday, 2), Buy("a", Yesterday, 1)), TwoBooks },
        { "Ids are ordered by code point: capitals before small letters", Rows(Buy("a", Yesterday, 2), Buy("B", Yesterday, 1)), TwoBooks },
        { "Ids are ordered by code point: surrogate pairs after U+FF5E", Rows(Buy("\U0001F600", Yesterday, 2), Buy("\uFF5E", Yesterday, 1)), TwoBooks },
        { "An id that another begins with comes first", Rows(Buy("aa", Yesterday, 2), Buy("a", Yesterday, 1)), TwoBooks },
        {
            "Latest and First skip nulls",
            Rows(Buy("a", T - Days(4), null), Buy("b", T - Days(3), 1), Buy("c", T - Days(2), 2), Buy("d", Yesterday, null)),
            TwoBooks with { Purchases = 4 }
        },
        {
            "GUID ids are ordered by their text",
            Rows(
                Scan(unchecked((int)0x8000_0000), T - Days(8)) with { Label = "second" },
                Scan(0x7FFF_FFFF, T - Days(8)) with { Label = "first" }),
            PlainLabels with
            {
                FirstLabel = "first",
                LatestLabel = "second",
                LeastLabel = "first",
                GreatestLabel = "second",
                UsualLabel = "first",
                Labels = 2,
                ShoutedLabel = "SECOND",
                LatestLabelLength = 6,
            }
        },
    };
}
