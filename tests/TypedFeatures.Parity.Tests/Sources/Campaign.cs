namespace TypedFeatures.Parity.Tests;

/// <summary>A dimension that says when each row became known, with a key of two parts.</summary>
[DimensionSource("campaigns")]
public sealed record Campaign
{
    [EntityKey] public required string Region { get; init; }
    [EntityKey] public long OutletId { get; init; }
    [ValidFrom] public DateTime StartsAt { get; init; }
    [IngestTime] public DateTime AnnouncedAt { get; init; }
    public double? Bonus { get; init; }
    public required string Label { get; init; }
    public Tier Grade { get; init; }
    public Guid? Code { get; init; }
}
