using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Labels worked out by hand.</summary>
public static class LabelCases
{
    private static readonly Purchase Tomorrow = Buy("a", T + Days(1));
    private static readonly Purchase Lost = Tomorrow with { ChargedBack = true };
    private static readonly DateTime End = T + Days(60);

    private static readonly CategoryOutcomes NoBooks = new() { UserId = 1, Category = "books" };

    public static IReadOnlyList<LabelCase> All { get; } = new LabelParagraph
    {
        // Windows
        { "A label excludes its as-of instant", false, Lost with { OccurredAt = T } },
        { "A label includes the microsecond after its as-of instant", true, Lost with { OccurredAt = T + Microsecond } },
        { "A label includes the end of its horizon", true, Lost with { OccurredAt = End } },
        { "A label excludes the microsecond after its horizon", false, Lost with { OccurredAt = End + Microsecond } },
        { "A label does not see the past", false, Lost with { OccurredAt = T - Days(1), IngestedAt = T + Days(2) } },
        { "A label of an entity without rows is the empty value", false },
        { "A label of an entity is not another's", false, Lost with { UserId = 2 } },

        // Versions
        { "A label sees the newest version of a row", true, Tomorrow, Lost with { IngestedAt = T + Days(30) } },
        { "A newer version that arrives first is the newest all the same", true, Lost with { IngestedAt = T + Days(30) }, Tomorrow },
        { "A version can take back what an older one said", false, Tomorrow, Lost with { IngestedAt = T + Days(30) }, Tomorrow with { IngestedAt = T + Days(31) } },
        { "A version known after the horizon counts", true, Tomorrow, Lost with { IngestedAt = T + Days(90) } },
        { "Of versions known at once the greatest by declared columns counts", true,
            Tomorrow, Lost with { IngestedAt = T + Days(30) }, Tomorrow with { IngestedAt = T + Days(30) } },
        { "A row that contradicts the event is no version of it", false, Tomorrow, Lost with { IngestedAt = T + Days(30), Amount = 99 } },
        { "A version is of the event, not of the row that contradicts it", true,
            Tomorrow, Tomorrow with { IngestedAt = T + Days(20), Amount = 99 }, Lost with { IngestedAt = T + Days(30) } },
        { "An event that another entity has first is that entity's", false, Tomorrow with { UserId = 2 }, Lost with { IngestedAt = T + Days(30) } },
        { "A row that came late counts", true, Lost with { IngestedAt = T + Days(95) } },

        // Censoring
        { "A label is there from the end of its horizon on", End, End, false, Tomorrow },
        { "A label is censored a microsecond before the end of its horizon", End - Microsecond, End - Microsecond, null, Tomorrow },
        { "What is known already is not guessed either: a label is censored until its horizon is over", T + Days(30), T + Days(30), null, Lost },
        { "The greatest ingest time is a watermark", null, T + Days(61), true, Lost, Buy("b", T + Days(2), ingested: T + Days(61)) },
        { "A version is a sign of life too", null, T + Days(61), true, Tomorrow, Lost with { IngestedAt = T + Days(61) } },
        { "The greatest event time is no watermark", null, T + Days(59), null, Lost, Buy("b", T + Days(90), ingested: T + Days(59)) },
        { "Being told an earlier instant changes nothing", T, T + Days(61), true, Lost with { IngestedAt = T + Days(61) } },
        { "Where nothing was ingested every label is censored", null, null, null },

        // Several sources and windows
        {
            "A source that says nothing of how far it is known censors every label", Rows(Buy("a", T + Days(1), ingested: T + Days(99))), null, null, null
        },
        {
            "Of several sources the least watermark counts",
            Rows(Buy("a", T + Days(1), ingested: T + Days(99))), T + Days(29), T + Days(29), null
        },
        {
            "Every window has its own end, every row its dimension as of its own time",
            Rows(
                [Uk, Trade(T + Days(20), "FR", 2)],
                Buy("a", T + Days(7)), Buy("b", T + Days(7) + Microsecond), Buy("c", T + Days(30)) with { ChargedBack = true }, Buy("d", T + Days(30) + Microsecond)),
            T + Days(30), T + Days(30),
            NoBooks with { Purchases7d = 1, ChargedBack30d = 1, SpendGbp30d = 40, LatestCountry = "FR", HoursUntilFirst = 168 }
        },
        {
            "Of events at one instant the order is of the versions that are seen",
            Rows(
                [Uk, Trade(T + Days(1), "FR")],
                Buy("a", T + Days(1)), Buy("a", T + Days(1), ingested: T + Days(9)),
                Buy("b", T + Days(1), ingested: T + Days(5)) with { MerchantId = 8 }),
            T + Days(30), T + Days(30),
            NoBooks with { Purchases7d = 1, SpendGbp30d = 10, LatestCountry = "FR", HoursUntilFirst = 24 }
        },
        {
            "Filters and groups see the columns that versions share",
            Rows(Tomorrow with { Status = OrderStatus.Pending }, Buy("b", T + Days(2)), Buy("b", T + Days(2), ingested: T + Days(3)) with { ChargedBack = true }),
            T + Days(30), T + Days(30),
            NoBooks with { Purchases7d = 1, ChargedBack30d = 1, SpendGbp30d = 10, LatestCountry = "GB", HoursUntilFirst = 48 }
        },
    };
}
