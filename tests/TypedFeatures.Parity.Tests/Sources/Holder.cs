namespace TypedFeatures.Parity.Tests;

/// <summary>A dimension of a dimension whose rows may end; known from when they hold.</summary>
[DimensionSource("holders")]
public sealed record Holder
{
    [EntityKey] public required string Name { get; init; }
    [ValidFrom] public DateTime From { get; init; }
    [ValidTo] public DateTime? Until { get; init; }
    public long? HomeOutletId { get; init; }
    public string? Title { get; init; }
    public double Share { get; init; }
}
