using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Rows that bring features: the latest one known counts, whole, and not for ever.</summary>
internal static class FeatureTableCases
{
    private static readonly CourierRisk None = new() { Courier = "ada" };

    private static readonly CourierRisk Low = Risk(T - Days(3), 0.25);

    public static readonly HandParagraph All = new("Feature tables")
    {
        { "Without rows the value is the key, and what the initializers say", Of(), None with { Score = null, Claims = -1, Grade = "new", Rank = 100 } },
        { "A row of another entity is not this one's", Of(Low with { Courier = "bob" }), None },
        { "The row is the value, its times included", Of(Low), Low },
        { "Rows in any order: the latest event time counts", Of(Risk(T - Days(1), 0.75), Low), Risk(T - Days(1), 0.75) },
        { "A null of the latest row is null, and hides the value before", Of(Low, Risk(T - Days(1), null) with { Rank = null }), Risk(T - Days(1), null) with { Rank = null } },
        { "A row dated later than the as-of waits", Of(Low, Risk(T + Microsecond, 0.75)), Low },
        { "A row of the as-of instant counts", Of(Low, Risk(T, 0.75)), Risk(T, 0.75) },
        { "A row as old as MaxAge counts", Of(Risk(T - Days(7), 0.5)), Risk(T - Days(7), 0.5) },
        { "A row a microsecond older does not", Of(Risk(T - Days(7) - Microsecond, 0.5)), None },
        { "A row not written yet is not known, and does not hide an older one", Of(Low, Risk(T - Days(1), 0.75) with { WrittenAt = T + Microsecond }), Low },
        { "A row written at the as-of is known", Of(Low, Risk(T - Days(1), 0.75) with { WrittenAt = T }), Risk(T - Days(1), 0.75) with { WrittenAt = T } },
        {
            "A row written late and of an earlier time does not count over a later one",
            Of(Low, Risk(T - Days(5), 0.75) with { WrittenAt = T - Days(1) }),
            Low
        },
        {
            "Of rows of one time the one written later counts",
            Of(Low with { Score = 0.1, WrittenAt = T - Days(2) }, Low with { Score = 0.9 }),
            Low with { Score = 0.1, WrittenAt = T - Days(2) }
        },
        { "Of rows alike in times the greater in the first column that differs counts", Of(Low, Low with { Score = 0.3, Claims = 1 }), Low with { Score = 0.3, Claims = 1 } },
        { "Of rows alike in times null is the least", Of(Low with { Score = null, Claims = 99 }, Low), Low },
        { "The same row twice is one row", Of(Low, Low), Low },
        {
            "Knowing everything, a row written late counts from its event time",
            Of(Low, Risk(T - Days(1), 0.75) with { WrittenAt = T + Days(9) }),
            Risk(T - Days(1), 0.75) with { WrittenAt = T + Days(9) },
            Knowledge.Everything
        },
        {
            "Online, a row grows too old as time goes by",
            Of(Low),
            None,
            T - Days(3) + Days(7) + Microsecond,
            T
        },
        {
            "Online, a row that is dated ahead counts when its time has come",
            Of(Low, Risk(T + Days(1), 0.75) with { WrittenAt = T - Days(1) }),
            Risk(T + Days(1), 0.75) with { WrittenAt = T - Days(1) },
            T + Days(1),
            T
        },
    };

    private static CourierRisk Risk(DateTime at, double? score) =>
        new() { Courier = "ada", ComputedAt = at, WrittenAt = at, Score = score, Claims = 2, Grade = "b", Rank = 3 };

    private static ShopRows Of(params CourierRisk[] risks) => new() { Risks = risks };
}
