using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Several streams as one.</summary>
internal static class MergeCases
{
    private static readonly DateTime Yesterday = T - Days(1);

    private static readonly OwnerEvents None = new() { Owner = 1 };

    public static readonly HandParagraph All = new("Merged streams")
    {
        { "Without rows the value is the empty one", Of([], []), None },
        {
            "Rows of all streams are one stream, in order of event time",
            Of([Buy("a", T - Days(2))], [Box(1, Yesterday)]),
            None with { Events7d = 2, First = "books", Latest = "box", LatestWorth = 3, Worth = 13 }
        },
        {
            "A stream's own filter leaves out its rows and no others",
            Of([Buy("a", T - Days(2)) with { Status = OrderStatus.Pending }], [Box(1, Yesterday)]),
            None with { Events7d = 1, First = "box", Latest = "box", LatestWorth = 3, Worth = 3 }
        },
        {
            "One source may be two streams",
            Of([Buy("a", T - Days(2)), Buy("b", Yesterday) with { Status = OrderStatus.Refunded }], []),
            None with { Events7d = 2, First = "books", Latest = "refund", LatestWorth = 10, Worth = 10 }
        },
        {
            "At one event time the row ingested later is the later",
            Of([Buy("a", Yesterday, ingested: Yesterday + Hours(1))], [Box(1, Yesterday)]),
            None with { Events7d = 2, First = "box", Latest = "books", LatestWorth = 10, Worth = 13 }
        },
        {
            "A row of a stream without ingest time counts as ingested when it happened",
            Of([Buy("a", Yesterday, ingested: Yesterday - Hours(1))], [Box(1, Yesterday)]),
            None with { Events7d = 2, First = "books", Latest = "box", LatestWorth = 3, Worth = 13 }
        },
        {
            "Alike in times the stream's place decides, whatever the ids",
            Of([Buy("zzz", Yesterday)], [Box(1, Yesterday)]),
            None with { Events7d = 2, First = "books", Latest = "box", LatestWorth = 3, Worth = 13 }
        },
        {
            "Within a stream the event id decides",
            Of([Buy("a", Yesterday, 1) with { Category = "toys" }, Buy("b", Yesterday, 2)], []),
            None with { Events7d = 2, First = "toys", Latest = "books", LatestWorth = 2, Worth = 3 }
        },
        {
            "Ids are of their source: equal ids in two sources are two events",
            Of([Buy(new Guid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0).ToString(), T - Days(2))], [Box(1, Yesterday)]),
            None with { Events7d = 2, First = "books", Latest = "box", LatestWorth = 3, Worth = 13 }
        },
        {
            "A row that comes twice is one event still",
            Of([Buy("a", T - Days(2)), Buy("a", T - Days(2))], [Box(1, Yesterday), Box(1, Yesterday)]),
            None with { Events7d = 2, First = "books", Latest = "box", LatestWorth = 3, Worth = 13 }
        },
        {
            "A row is known when its own source knew it",
            Of([Buy("a", T - Days(2), ingested: T + Microsecond)], [Box(1, Yesterday)]),
            None with { Events7d = 1, First = "box", Latest = "box", LatestWorth = 3, Worth = 3 }
        },
        {
            "Knowing everything, late rows are seen, and ingest time still breaks ties",
            Of([Buy("a", Yesterday, ingested: T + Days(1))], [Box(1, Yesterday)]),
            None with { Events7d = 2, First = "box", Latest = "books", LatestWorth = 10, Worth = 13 },
            Knowledge.Everything
        },
        {
            "Rows of another entity are not this one's",
            Of([Buy("a", T - Days(2)) with { UserId = 2 }], [Box(1, Yesterday) with { Zone = 2 }]),
            None
        },
    };

    private static Parcel Box(int id, DateTime at) => Scan(id, at) with { Label = "box", Score = 3 };

    private static ShopRows Of(Purchase[] purchases, Parcel[] parcels) => new() { Purchases = purchases, Parcels = parcels };
}
