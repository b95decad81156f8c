namespace TypedFeatures.Parity.Tests;

public enum Tier
{
    Gold = 3,
    Silver = 2,
    Bronze = 1,
}

/// <summary>A dimension whose rows count as known from when they hold.</summary>
[DimensionSource("outlets")]
public sealed record Outlet
{
    [EntityKey] public long OutletId { get; init; }
    [ValidFrom] public DateTime Since { get; init; }
    public required string Country { get; init; }
    public double Rate { get; init; }
    public Tier? Tier { get; init; }
    public int? Capacity { get; init; }
    public string? Owner { get; init; }
    public bool IsOpen { get; init; }
    [Vector(2)] public float[]? Place { get; init; }
}
