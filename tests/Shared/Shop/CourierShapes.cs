using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a courier carries, as vectors.</summary>
[FeatureView("courier_shapes")]
public sealed partial record CourierShapes
{
    [EntityKey] public string Courier { get; init; } = "";
    [Vector(2)] public float[] Total { get; init; } = [0, 0];
    [Vector(2)] public float[]? Total7d { get; init; } = [0, 0];
    [Vector(2)] public float[]? Mean { get; init; }
    [Vector(2)] public float[]? Latest { get; init; }
    [Vector(2)] public float[]? First { get; init; }
    public long Shapes { get; init; }

    /// <summary>Arrays are equal by reference alone; the cases compare what is in them.</summary>
    public bool Equals(CourierShapes? other) =>
        other is not null && Courier == other.Courier && Shapes == other.Shapes
        && AreEqual(Total, other.Total) && AreEqual(Total7d, other.Total7d) && AreEqual(Mean, other.Mean)
        && AreEqual(Latest, other.Latest) && AreEqual(First, other.First);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Courier, Shapes);

    static FeatureQuery<CourierShapes> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Courier into g
        select new CourierShapes
        {
            Courier = g.Key,
            Total = g.All.Sum(p => p.Shape),
            Total7d = g.Last(Days(7)).Sum(p => p.Shape),
            Mean = g.All.Average(p => p.Shape),
            Latest = g.All.Latest(p => p.Shape),
            First = g.All.First(p => p.Shape),
            Shapes = g.All.Count(p => p.Shape != null),
        };

    private static bool AreEqual(float[]? left, float[]? right) =>
        left is null || right is null ? left == right : left.AsSpan().SequenceEqual(right);
}
