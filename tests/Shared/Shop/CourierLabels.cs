using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a courier carries, picked value by value: every type, every aggregate that picks one.</summary>
[FeatureView("courier_labels")]
public sealed partial record CourierLabels
{
    [EntityKey] public string Courier { get; init; } = "";
    public string? FirstLabel { get; init; }
    public string? LatestLabel { get; init; }
    public string? LeastLabel { get; init; }
    public string? GreatestLabel { get; init; }
    public string? UsualLabel { get; init; }
    public long Labels { get; init; }
    public string ShoutedLabel { get; init; } = "";
    public int? LatestLabelLength { get; init; }
    public ParcelSize? UsualSize { get; init; }
    public ParcelSize? GreatestSize { get; init; }
    public bool? LatestFragile { get; init; }
    public Guid? LeastBatch { get; init; }
    public DateOnly? EarliestDue { get; init; }
    public TimeSpan Transit { get; init; }
    public TimeSpan? LongestTransit { get; init; }
    public DateTime? LatestPickUp { get; init; }
    public int? UsualDepot { get; init; }
    public float? LatestWeightKg { get; init; }
    public bool AnyLarge { get; init; }
    public bool AllFragile7d { get; init; }

    static FeatureQuery<CourierLabels> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Courier into g
        let all = g.All
        let latest = all.Latest(p => p.Label)
        select new CourierLabels
        {
            Courier = g.Key,
            FirstLabel = all.First(p => p.Label),
            LatestLabel = latest,
            LeastLabel = all.Min(p => p.Label),
            GreatestLabel = all.Max(p => p.Label),
            UsualLabel = all.Mode(p => p.Label),
            Labels = all.CountDistinct(p => p.Label),
            ShoutedLabel = Text.UpperAscii(latest ?? "none"),
            LatestLabelLength = latest?.Length,
            UsualSize = all.Mode(p => p.Size),
            GreatestSize = all.Max(p => p.Size),
            LatestFragile = all.Latest(p => p.IsFragile),
            LeastBatch = all.Min(p => p.Batch),
            EarliestDue = all.Min(p => p.DueOn),
            Transit = all.Sum(p => p.Transit),
            LongestTransit = all.Max(p => p.Transit),
            LatestPickUp = all.Latest(p => p.PickedUpAt),
            UsualDepot = all.Mode(p => p.Depot),
            LatestWeightKg = all.Latest(p => p.WeightKg),
            AnyLarge = all.Any(p => p.Size == ParcelSize.Large),
            AllFragile7d = g.Last(Days(7)).All(p => p.IsFragile == true),
        };
}
