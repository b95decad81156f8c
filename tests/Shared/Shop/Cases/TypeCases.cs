using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace Shop.Cases;

internal static class TypeCases
{
    private static readonly Guid Low = new("7fffffff-ffff-ffff-ffff-ffffffffffff");
    private static readonly Guid High = new("80000000-0000-0000-0000-000000000000");
    private static readonly DateTime LongAgo = T - Days(8);

    public static readonly HandParagraph All = new("Types")
    {
        {
            "Every type comes back as it went in",
            Rows(Scan(1, LongAgo) with
            {
                Depot = int.MinValue,
                WeightKg = 0.1f,
                Label = "x",
                Size = ParcelSize.Medium,
                IsFragile = false,
                Batch = High,
                DueOn = new DateOnly(2299, 12, 31),
                Transit = new TimeSpan(-10),
                PickedUpAt = new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            }),
            NoLabels with
            {
                FirstLabel = "x",
                LatestLabel = "x",
                LeastLabel = "x",
                GreatestLabel = "x",
                UsualLabel = "x",
                Labels = 1,
                ShoutedLabel = "X",
                LatestLabelLength = 1,
                UsualSize = ParcelSize.Medium,
                GreatestSize = ParcelSize.Medium,
                LatestFragile = false,
                LeastBatch = High,
                EarliestDue = new DateOnly(2299, 12, 31),
                Transit = new TimeSpan(-10),
                LongestTransit = new TimeSpan(-10),
                LatestPickUp = new DateTime(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc),
                UsualDepot = int.MinValue,
                LatestWeightKg = 0.1f,
            }
        },
        { "GUIDs order by their text", Rows(Scan(1, LongAgo) with { Batch = High }, Scan(2, LongAgo) with { Batch = Low }), PlainLabels with { LeastBatch = Low } },
        {
            "Lengths of time are floored to the microsecond, below zero too, and summed exactly",
            Rows(Scan(1, LongAgo) with { Transit = new TimeSpan(-1) }, Scan(2, LongAgo) with { Transit = Hours(2) + new TimeSpan(19) }),
            PlainLabels with { Transit = Hours(2), LongestTransit = Hours(2) + Microsecond }
        },
        {
            "Instants are floored to the microsecond wherever they stand",
            Rows(Scan(1, LongAgo) with { PickedUpAt = LongAgo.AddTicks(19) }),
            PlainLabels with { LatestPickUp = LongAgo + Microsecond }
        },
        {
            "Dates order by day",
            Rows(Scan(1, LongAgo) with { DueOn = new DateOnly(2024, 10, 1) }, Scan(2, LongAgo) with { DueOn = new DateOnly(2024, 9, 30) }),
            PlainLabels with { EarliestDue = new DateOnly(2024, 9, 30) }
        },
    };
}
