using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class TimeCases
{
    public static readonly HandParagraph All = new("Time")
    {
        { "An event time is floored to the microsecond", Rows(Buy("a", T.AddTicks(9), ingested: T)), OnePurchase(daysAgo: 0) },
        { "An ingest time is floored to the microsecond", Rows(Buy("a", T - Days(1), ingested: T.AddTicks(9))), OnePurchase(daysAgo: 1) },
        { "A valid-from is floored to the microsecond", Rows([Trade((T - Days(1)).AddTicks(9))], Buy("a", T - Days(1))), OnePurchase(daysAgo: 1) },
        { "The as-of instant is floored to the microsecond", Rows(Buy("a", T), Buy("b", T + Microsecond)), OnePurchase(daysAgo: 0), T.AddTicks(9) },
        { "An unspecified kind is UTC", Rows(Buy("a", DateTime.SpecifyKind(T - Hours(12), DateTimeKind.Unspecified))), OnePurchase(daysAgo: 0.5) },
        { "An as-of instant of unspecified kind is UTC", Rows(Buy("a", T - Hours(12))), OnePurchase(daysAgo: 0.5), DateTime.SpecifyKind(T, DateTimeKind.Unspecified) },

        // One day and one microsecond are 864,000,000,010 ticks; a day is 864,000,000,000.
        { "TotalDays is ticks divided by ticks per day", Rows(Buy("a", T - Days(1) - Microsecond)), OnePurchase(daysAgo: 864_000_000_010d / 864_000_000_000d) },
        { "The year 1900 is the first", Rows([], Buy("a", new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc))), NoBooks with { Purchases = 1, Unmatched = 1, LatestAmount = 10, FirstAmount = 10 } },
    };
}
