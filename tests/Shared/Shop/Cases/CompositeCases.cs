using TypedFeatures;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class CompositeCases
{
    private static readonly DateTime LongAgo = T - Days(8);

    private static readonly CourierLists NoLists = new() { Courier = "ada", ScoreByLabel = FeatureMap<string, double>.Empty };

    private static readonly CourierLists Small = NoLists with { TopSizes = [ParcelSize.Small] };

    private static readonly CourierShapes NoShapes = new() { Courier = "ada" };

    public static readonly HandParagraph All = new("Vectors, lists and maps")
    {
        { "Lists and maps of nothing are empty", Rows(Array.Empty<Parcel>()), NoLists },
        { "The sum of no vectors is zeros, their mean null", Rows(Array.Empty<Parcel>()), NoShapes },
        { "So they are where every row has null", Rows(Scan(1, LongAgo)), NoShapes },
        {
            "FirstK is oldest first, LatestK newest first, both skip nulls and stop at k",
            Rows(Labelled(1, LongAgo, "a"), Labelled(2, LongAgo + Days(1), null), Labelled(3, LongAgo + Days(2), "b"), Labelled(4, LongAgo + Days(3), "c")),
            Of(Small, 4, ("a", 1), ("b", 1), ("c", 1)) with { FirstLabels = ["a", "b"], LatestLabels = ["c", "b"], TopLabels = ["a", "b"] }
        },
        {
            "Rows of one instant stand in the order of their ids, whatever the order of arrival",
            Rows(Labelled(3, LongAgo, "c"), Labelled(1, LongAgo, "a"), Labelled(2, LongAgo, "b")),
            Of(Small, 3, ("a", 1), ("b", 1), ("c", 1)) with { FirstLabels = ["a", "b"], LatestLabels = ["c", "b"], TopLabels = ["a", "b"] }
        },
        {
            "A list holds a value as often as it came",
            Rows(Labelled(1, LongAgo, ""), Labelled(2, LongAgo, "")),
            Of(Small, 2, ("", 2)) with { FirstLabels = ["", ""], LatestLabels = ["", ""], TopLabels = [""] }
        },
        {
            "TopK takes the most frequent first, of equals the smaller by code point",
            Rows(
                Labelled(1, LongAgo, "\U0001F600"), Labelled(2, LongAgo, "\uFF5E"), Labelled(3, LongAgo, "z"), Labelled(4, LongAgo, "z")),
            Of(Small, 4, ("z", 2), ("\uFF5E", 1), ("\U0001F600", 1)) with
            {
                FirstLabels = ["\U0001F600", "\uFF5E"],
                LatestLabels = ["z", "z"],
                TopLabels = ["z", "\uFF5E"],
            }
        },
        {
            "TopK and map keys order enums by value and numbers by value",
            Rows(
                Scan(1, LongAgo) with { Size = ParcelSize.Medium, Depot = 10 },
                Scan(2, LongAgo) with { Size = ParcelSize.Large, Depot = 9 },
                Scan(3, LongAgo) with { Size = ParcelSize.Small, Depot = 10 },
                Scan(4, LongAgo) with { Size = ParcelSize.Large, Depot = -1 }),
            NoLists with
            {
                TopSizes = [ParcelSize.Large, ParcelSize.Small],
                TopDepots = [10, -1, 9],
                BySize = FeatureMap.Create<ParcelSize, long>([new(ParcelSize.Small, 1), new(ParcelSize.Large, 2), new(ParcelSize.Medium, 1)]),
            }
        },
        {
            "SumBy skips null keys and null amounts, and shows only keys that have an amount",
            Rows(
                Labelled(1, LongAgo, "a") with { Cents = 3, Score = 0.5 },
                Labelled(2, LongAgo, "a") with { Cents = -5 },
                Labelled(3, LongAgo, null) with { Cents = 100, Score = 100 },
                Labelled(4, LongAgo, "b") with { Score = 2 },
                Labelled(5, LongAgo, "a") with { Score = 0.25 }),
            Of(Small, 5, ("a", 3), ("b", 1)) with
            {
                FirstLabels = ["a", "a"],
                LatestLabels = ["a", "b"],
                TopLabels = ["a", "b"],
                CentsByLabel = FeatureMap.Create<string, long>([new("a", -2)]),
                ScoreByLabel = FeatureMap.Create<string, double>([new("a", 0.75), new("b", 2)]),
            }
        },
        {
            "Only the total of a key must fit",
            Rows(
                Labelled(1, LongAgo, "a") with { Cents = long.MaxValue },
                Labelled(2, LongAgo, "a") with { Cents = 1 },
                Labelled(3, LongAgo, "a") with { Cents = -1 }),
            Of(Small, 3, ("a", 3)) with
            {
                FirstLabels = ["a", "a"], LatestLabels = ["a", "a"], TopLabels = ["a"], CentsByLabel = FeatureMap.Create<string, long>([new("a", long.MaxValue)]),
            }
        },
        {
            "A map with a total that is no finite number is null",
            Rows(Labelled(1, LongAgo, "a") with { Score = 1.5e308 }, Labelled(2, LongAgo, "a") with { Score = 1.5e308 }, Labelled(3, LongAgo, "b") with { Score = 1 }),
            Of(Small, 3, ("a", 2), ("b", 1)) with
            {
                FirstLabels = ["a", "a"], LatestLabels = ["b", "a"], TopLabels = ["a", "b"], ScoreByLabel = null,
            }
        },
        {
            "Vectors are summed and averaged number by number, nulls left out",
            Rows(Shaped(1, LongAgo, [1, 2]), Shaped(2, LongAgo, null), Shaped(3, T, [2, -2.5f])),
            NoShapes with { Total = [3, -0.5f], Total7d = [2, -2.5f], Mean = [1.5f, -0.25f], Latest = [2, -2.5f], First = [1, 2], Shapes = 2 }
        },
        {
            "Totals of vectors are kept in double: small numbers are not lost beside great ones",
            Rows(Shaped(1, LongAgo, [16777216, 0]), Shaped(2, LongAgo, [1, 0]), Shaped(3, LongAgo, [-16777216, 0])),
            NoShapes with { Total = [1, 0], Mean = [1f / 3, 0], Latest = [-16777216, 0], First = [16777216, 0], Shapes = 3 }
        },
        {
            "−0 is 0 in vectors too",
            Rows(Shaped(1, LongAgo, [-0f, 1])),
            NoShapes with { Total = [0, 1], Mean = [0, 1], Latest = [0, 1], First = [0, 1], Shapes = 1 }
        },
    };

    static CompositeCases()
    {
        All.AddFault<CourierLists>(
            "A total of integers by key that does not fit fails",
            Rows(Labelled(1, LongAgo, "a") with { Cents = long.MaxValue }, Labelled(2, LongAgo, "a") with { Cents = 1 }),
            HandFault.Overflow,
            "ada");
        All.AddFault<CourierShapes>(
            "A total of vectors beyond the floats fails where it cannot be null",
            Rows(Shaped(1, LongAgo, [3e38f, 0]), Shaped(2, LongAgo, [3e38f, 0])),
            HandFault.NonFinite,
            "ada");
    }

    private static Parcel Labelled(int id, DateTime at, string? label) => Scan(id, at) with { Label = label };

    private static Parcel Shaped(int id, DateTime at, float[]? shape) => Scan(id, at) with { Shape = shape };

    private static CourierLists Of(CourierLists lists, long rows, params (string Label, long Count)[] labels) => lists with
    {
        BySize = FeatureMap.Create<ParcelSize, long>([new(ParcelSize.Small, rows)]),
        ByLabel = FeatureMap.Create(labels.Select(l => new KeyValuePair<string, long>(l.Label, l.Count))),
    };
}
