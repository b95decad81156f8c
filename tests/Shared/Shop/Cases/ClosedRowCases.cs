using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Dimension rows that end, and rows that take their key away.</summary>
internal static class ClosedRowCases
{
    private static readonly ZoneDepots OneParcel = new() { Zone = 1, Parcels = 1 };

    private static readonly ZoneDepots AtNorth = OneParcel with { AtDepot = 1, LatestDepot = "north" };

    private static readonly OpenDepots NoParcel = new() { Depot = 9 };

    private static readonly OpenDepots OneAtNorth = new() { Depot = 9, Parcels = 1, LatestName = "north" };

    public static readonly HandParagraph All = new("Rows that end")
    {
        { "A row without an end holds for good", At(T, North), AtNorth },
        { "A row holds until just before its end", At(T - Days(2) - Microsecond, North with { ClosesAt = T - Days(2) }), AtNorth },
        { "A row does not hold at its end", At(T - Days(2), North with { ClosesAt = T - Days(2) }), OneParcel },
        { "A row whose end is its beginning never holds", At(T - Days(10), North with { ClosesAt = T - Days(10) }), OneParcel },
        { "A row that ends before it begins never holds", At(T, North with { ClosesAt = T - Days(20) }), OneParcel },
        {
            "After the end of a newer row an older one does not come back",
            At(T - Days(1), North, North with { OpensAt = T - Days(5), ClosesAt = T - Days(2), Name = "south" }),
            OneParcel
        },
        {
            "Before a newer row the older one holds though its own end is later",
            At(T - Days(6), North with { ClosesAt = T }, North with { OpensAt = T - Days(5), Name = "south" }),
            AtNorth
        },
        {
            "A gap between two rows has no match",
            At(T - Days(4), North with { ClosesAt = T - Days(5) }, North with { OpensAt = T - Days(3), Name = "south" }),
            OneParcel
        },
        {
            "A row opens again with a newer row",
            At(T - Days(1), North with { ClosesAt = T - Days(5) }, North with { OpensAt = T - Days(3) }),
            AtNorth
        },
        { "A tombstone takes its key away from when it holds", At(T - Days(3), North, Gone(T - Days(3))), OneParcel },
        { "Before a tombstone the older row holds", At(T - Days(3) - Microsecond, North, Gone(T - Days(3))), AtNorth },
        { "A newer row brings a key back after a tombstone", At(T, Gone(T - Days(8)), North with { OpensAt = T - Days(4) }), AtNorth },
        { "A tombstone that has ended takes its key away still", At(T, North, Gone(T - Days(3)) with { ClosesAt = T - Days(2) }), OneParcel },
        {
            "Of two rows at one instant the one recorded later wins, tombstone or not",
            At(T - Days(1), Gone(T - Days(10)) with { RecordedAt = T - Days(9) }, North with { RecordedAt = T - Days(8) }),
            AtNorth
        },
        {
            "Of two rows alike in times the tombstone wins, as true comes after false",
            At(T - Days(1), North, Gone(T - Days(10))),
            OneParcel
        },
        {
            "Of two rows alike in times the one with an end wins, as null comes first",
            At(T - Days(1), North, North with { ClosesAt = T - Days(2) }),
            OneParcel
        },
        {
            "A tombstone recorded after the event was known is not met",
            At(T - Days(2), North, Gone(T - Days(3)) with { RecordedAt = T - Days(1) }),
            AtNorth
        },
        {
            "An end recorded after the event was known is not met",
            At(T - Days(2), North, North with { ClosesAt = T - Days(3), RecordedAt = T - Days(1) }),
            AtNorth
        },
        {
            "Knowing everything, a tombstone recorded late is met",
            At(T - Days(2), North, Gone(T - Days(3)) with { RecordedAt = T - Days(1) }),
            OneParcel,
            Knowledge.Everything
        },
        { "An inner join keeps an event while the row holds", At(T - Days(2) - Microsecond, North with { ClosesAt = T - Days(2) }), OneAtNorth },
        { "An inner join drops an event at the end of the row", At(T - Days(2), North with { ClosesAt = T - Days(2) }), NoParcel },
        { "An inner join drops an event under a tombstone", At(T, North, Gone(T - Days(3))), NoParcel },
        {
            "An inner join drops an event after a newer row has ended, whatever is older",
            At(T - Days(1), North, North with { OpensAt = T - Days(5), ClosesAt = T - Days(2), Name = "south" }),
            NoParcel
        },
    };

    private static Depot North => new() { Code = 9, OpensAt = T - Days(10), RecordedAt = T - Days(10), Name = "north" };

    private static Depot Gone(DateTime from) => new() { Code = 9, OpensAt = from, RecordedAt = from, IsGone = true, Name = "gone" };

    private static ShopRows At(DateTime scanned, params Depot[] depots) =>
        Rows(Scan(1, scanned) with { Depot = 9 }) with { Depots = depots };
}
