using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Windows that end earlier, that begin at tiles, and sessions. T is noon.</summary>
internal static class ShapeCases
{
    private static readonly UserRhythm None = new() { UserId = 1 };
    private static readonly UserHours NoHours = new() { UserId = 1 };
    private static readonly DateTime BeforeEpoch = new(1969, 12, 31, 12, 30, 0, DateTimeKind.Utc);

    public static readonly HandParagraph All = new("Window shapes")
    {
        { "A window with an offset includes its end", Rows(Buy("a", T - Days(1))), None with { Yesterday = 1 } },
        { "A window with an offset excludes the microsecond after its end", Rows(Buy("a", T - Days(1) + Microsecond)), None },
        { "A window with an offset excludes its start", Rows(Buy("a", T - Days(2))), None },
        { "A window with an offset includes the microsecond after its start", Rows(Buy("a", T - Days(2) + Microsecond)), None with { Yesterday = 1 } },
        { "A window with an offset sees what is known by the as-of instant", Rows(Buy("a", T - Hours(36), ingested: T)), None with { Yesterday = 1 } },
        { "A window with an offset does not see what is known later", Rows(Buy("a", T - Hours(36), ingested: T + Microsecond)), None },
        {
            "A row that an offset skips today is counted when its window has come",
            Rows(Buy("a", T - Hours(12))),
            None with { Yesterday = 1 },
            T + Hours(24),
            T
        },
        { "A tiled window includes the begin of its first tile", Rows(Buy("a", T - Hours(2))), Hourly(1) },
        { "A tiled window excludes the microsecond before its first tile", Rows(Buy("a", T - Hours(2) - Microsecond)), None },
        { "A tiled window reaches back to the begin of the tile its start lies in", Rows(Buy("a", T - Hours(2))), Hourly(1), T + Hours(1) - Microsecond },
        { "A tiled window loses a tile as a whole", Rows(Buy("a", T - Hours(1) - Microsecond)), None, T + Hours(1) },
        { "Tiles begin at hours also before 1970", Rows(Buy("a", BeforeEpoch - Hours(2) - Minutes(15))), Hourly(1), BeforeEpoch },
        { "Tiles before 1970 do not begin late", Rows(Buy("a", BeforeEpoch - Hours(2) - Minutes(30) - Microsecond)), None, BeforeEpoch },
        { "A tiled window excludes what is after the as-of instant", Rows(Buy("a", T + Microsecond)), NoHours },
        { "A tile holds rows from its begin", Rows(Buy("a", T - Hours(2), 4), Buy("b", T - Hours(2) + Minutes(59), 8)), Hours2(2, 12, 8) },
        { "A tile is left out as a whole", Rows(Buy("a", T - Hours(2) - Microsecond, 4), Buy("b", T - Hours(2), 8)), Hours2(1, 8, 8) },
        { "A tiled window slides by tiles between materializations", Rows(Buy("a", T - Hours(2), 4), Buy("b", T - Hours(1), 8)), Hours2(2, 12, 8), T + Minutes(59), T },
        { "A tiled window drops a tile between materializations", Rows(Buy("a", T - Minutes(61), 4), Buy("b", T - Hours(1), 8)), Hours2(1, 8, 8), T + Hours(1), T },
        {
            "A row dated after the watermark joins its tile when its time has come",
            Rows(Buy("a", T - Minutes(1), 4), Buy("b", T + Minutes(1), 8, ingested: T), Buy("c", T + Minutes(3), 16, ingested: T)),
            Hours2(2, 12, 8),
            T + Minutes(2),
            T
        },
        { "A session includes a row as far from the as-of instant as its gap", Rows(Buy("a", T - Minutes(30))), InSession(1) },
        { "A session is over a microsecond later", Rows(Buy("a", T - Minutes(30) - Microsecond)), Hourly(1) },
        { "A session includes a neighbour as far as its gap", Rows(Buy("a", T), Buy("b", T - Minutes(30))), InSession(2) },
        { "A session excludes a neighbour a microsecond farther", Rows(Buy("a", T), Buy("b", T - Minutes(30) - Microsecond)), InSession(1) with { ByHour = 2 } },
        { "Behind a gap nothing belongs to the session", Rows(Buy("a", T), Buy("b", T - Minutes(40)), Buy("c", T - Minutes(50))), InSession(1) with { ByHour = 3 } },
        {
            "A session includes rows of one instant",
            Rows(Buy("a", T - Minutes(30)), Buy("b", T - Minutes(30)), Buy("c", T - Minutes(30)), Buy("d", T - Minutes(61))),
            InSession(3) with { ByHour = 4 }
        },
        {
            "A session excludes the start of its longest length",
            Rows([.. Enumerable.Range(0, 13).Select(i => Buy("e" + i, T - (i * Minutes(30))))]),
            InSession(12) with { ByHour = 5 }
        },
        {
            "A session is of what is known",
            Rows(Buy("a", T), Buy("b", T - Minutes(20), ingested: T + Microsecond), Buy("c", T - Minutes(40))),
            InSession(1) with { ByHour = 2 }
        },
        {
            "A session is found before Where narrows it",
            Rows(
                Buy("a", T - Minutes(10)) with { Category = "toys" },
                Buy("b", T - Minutes(30)),
                Buy("c", T - Minutes(50)) with { Category = "toys" },
                Buy("d", T - Minutes(50), 0) with { Category = "toys" }),
            InSession(4) with { SessionOfToys = 2, SessionStart = "toys", ByHour = 4, CategoriesByHour = 2 }
        },
        {
            "What the definition leaves out is no part of a session",
            Rows(Buy("a", T), Buy("b", T - Minutes(20)) with { Status = OrderStatus.Refunded }, Buy("c", T - Minutes(40))),
            InSession(1) with { ByHour = 2 }
        },
        { "A session goes on between materializations", Rows(Buy("a", T), Buy("b", T + Minutes(20), ingested: T)), InSession(2), T + Minutes(40), T },
    };

    private static UserRhythm Hourly(long count) => None with { ByHour = count, CategoriesByHour = 1 };

    private static UserRhythm InSession(long count) => Hourly(count) with { Session = count, SessionStart = "books" };

    private static UserHours Hours2(long count, double spend, double largest) =>
        NoHours with { Purchases = count, Spend = spend, Largest = largest, LatestCategory = "books" };
}
