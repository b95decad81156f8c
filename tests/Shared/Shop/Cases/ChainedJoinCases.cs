using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>The dimension of a dimension, and one dimension in two roles.</summary>
internal static class ChainedJoinCases
{
    private static readonly ZoneDepots OneParcel = new() { Zone = 1, Parcels = 1 };

    private static readonly Depot North = new() { Code = 9, OpensAt = T - Days(10), RecordedAt = T - Days(10), Name = "north", Manager = "ada" };

    private static readonly Courier[] MovedLate = [Ada(T - Days(10), "east"), Ada(T - Days(5), "west", recorded: T - Days(1))];

    public static readonly HandParagraph All = new("Chained joins")
    {
        {
            "A dimension of a dimension is met as of the event's time",
            Of(T - Days(6), [Ada(T - Days(8), "east"), Ada(T - Days(2), "west")], North),
            OneParcel with { AtDepot = 1, LatestDepot = "north", LatestManagerRegion = "east" }
        },
        {
            "It is met as it was known with the event, not with the first dimension",
            Of(T - Days(2), MovedLate, North),
            OneParcel with { AtDepot = 1, LatestDepot = "north", LatestManagerRegion = "east" }
        },
        {
            "A change of it that was recorded by the event counts",
            Of(T - Days(1), MovedLate, North),
            OneParcel with { AtDepot = 1, LatestDepot = "north", LatestManagerRegion = "west" }
        },
        {
            "The first dimension's row of the event's time says which key is looked for",
            Of(T - Days(2), [Ada(T - Days(10), "east")], North, North with { OpensAt = T - Days(3), RecordedAt = T - Days(3), Manager = "bob", Name = "new" }),
            OneParcel with { AtDepot = 1, LatestDepot = "new" }
        },
        {
            "Nothing is found through a row that has a null for a key",
            Of(T - Days(2), [Ada(T - Days(10), "east")], North with { Manager = null }),
            OneParcel with { AtDepot = 1, LatestDepot = "north" }
        },
        { "Nothing is found through a row that is not there", Of(T - Days(2), [Ada(T - Days(10), "east")]), OneParcel },
        { "Nothing is found through a row that has ended", Of(T - Days(2), [Ada(T - Days(10), "east")], North with { ClosesAt = T - Days(2) }), OneParcel },
        {
            "Two roles of one dimension find each its own row",
            Of(T - Days(2), [], North, North with { Code = 1, Name = "one" }),
            OneParcel with { AtDepot = 1, LatestDepot = "north", LatestZoneDepot = "one" }
        },
        {
            "One role may find a row where the other finds none",
            Of(T - Days(2), [], North with { IsGone = true }, North with { Code = 1, Name = "one" }),
            OneParcel with { LatestZoneDepot = "one" }
        },
    };

    private static ShopRows Of(DateTime scanned, Courier[] couriers, params Depot[] depots) =>
        Rows(couriers, Scan(1, scanned) with { Depot = 9 }) with { Depots = depots };
}
