using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class MemberCases
{
    private static readonly CourierMembers None = new() { Courier = "ada" };

    public static readonly HandParagraph All = Build();

    private static HandParagraph Build()
    {
        var cases = new HandParagraph("Members")
        {
            { "A parcel that says nothing has no members", Rows(Scan(1, T)), None },
            { "IndexOf counts UTF-16 units", Labelled("\U0001F600a"), Label("\U0001F600a", 2, "\U0001F600a", 1) },
            { "IndexOf is −1 where the part is not there", Labelled("x"), Label("x", -1, "x", -1) },
            { "Replace goes from left to right and not over what it has put in", Labelled("aaab"), Label("aaab", 0, "bab", -1) },
            {
                "TrimAscii leaves the no-break space, and what is within",
                Labelled("\t a b\u00A0 \n"),
                Label("\t a b\u00A0 \n", 2, "\t a b\u00A0 \n", -1) with { Trimmed = "a b\u00A0" }
            },
            { "Texts compare by code point: U+1F600 is above U+FF5E", Labelled("\U0001F600"), Label("\U0001F600", -1, "\U0001F600", 1) },
            { "A constant array contains what it holds", Labelled("b"), Label("b", -1, "b", -1) with { KnownLabels = 1 } },
            {
                "Truncation goes toward zero; what is below zero has no root",
                Rows(Scan(1, T) with { Score = -2.75, Items = 3 }),
                None with { Truncated = -2, Sign = -1, Clamped = -1, Grade = "low", Value = -8.25 }
            },
            {
                "A root is correctly rounded",
                Rows(Scan(1, T) with { Score = 2 }),
                None with { Truncated = 2, Sign = 1, Clamped = 1.5, Root = 1.4142135623730951, Grade = "high", Value = 2 }
            },
            {
                "Zero has neither sign",
                Rows(Scan(1, T) with { Score = -0d }),
                None with { Truncated = 0, Sign = 0, Clamped = 0, Root = 0, Grade = "high", Value = 0 }
            },
            {
                "Days are added over the end of a leap February",
                Rows(Scan(1, T) with { DueOn = new DateOnly(2024, 2, 28), Items = 2 }),
                None with { DueNext = new DateOnly(2024, 3, 1), DueNumber = 738_943 }
            },
            {
                "An instant before 1970 is on the day it is on",
                Rows(Scan(1, T) with { PickedUpAt = Utc(1969, 12, 31, 23) + Microseconds(7) }),
                None with { Microsecond = 7, PickUpDay = new DateOnly(1969, 12, 31), PickUpLater = Utc(1970, 1, 1, 22) + Microseconds(7) + new TimeSpan(0, 59, 58) + Milliseconds(500) }
            },
            {
                "Lengths of time divide as doubles and rest truncated toward zero",
                Rows(Scan(1, T) with { Transit = -Minutes(90) - Microseconds(1_500) }),
                None with { OfHours = Hours(1), TransitHours = -54_000_015_000d / 36_000_000_000d, Transit = -Hours(3) - Milliseconds(3), TransitRest = -1 }
            },
            {
                "A computed instant may lie beyond the years that can be stored",
                Rows(Scan(1, T) with { PickedUpAt = Utc(2299, 12, 31, 12), Transit = Days(1), Items = 0 }),
                None with
                {
                    Microsecond = 0,
                    PickUpDay = new DateOnly(2299, 12, 31),
                    PickUpLater = Utc(2299, 12, 31, 11) + new TimeSpan(0, 59, 58) + Milliseconds(500),
                    OfHours = TimeSpan.Zero,
                    TransitHours = 24,
                    Transit = Days(2),
                    TransitRest = 0,
                    Arrives = Utc(2300, 1, 1, 12),
                }
            },
        };
        cases.AddFault<CourierMembers>(
            "An instant after the year 9999 fails", Rows(Scan(1, T) with { PickedUpAt = T, Transit = Days(3_000_000) }), HandFault.OutOfTime, "ada");
        cases.AddFault<CourierMembers>(
            "A date before the year 1 fails", Rows(Scan(1, T) with { DueOn = new DateOnly(1900, 1, 1), Items = -700_000 }), HandFault.OutOfTime, "ada");
        cases.AddFault<CourierMembers>(
            "A length of time that ticks cannot count fails", Rows(Scan(1, T) with { Transit = Days(6_000_000) }), HandFault.OutOfTime, "ada");
        return cases;
    }

    private static ShopRows Labelled(string label) => Rows(Scan(1, T) with { Label = label });

    private static CourierMembers Label(string label, int place, string replaced, int againstWide) => None with
    {
        PlaceOfA = place,
        Replaced = replaced,
        Trimmed = label,
        Shown = label + ":Small/1",
        AgainstWide = againstWide,
    };

    private static DateTime Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
