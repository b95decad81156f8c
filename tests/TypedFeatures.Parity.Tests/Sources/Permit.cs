namespace TypedFeatures.Parity.Tests;

/// <summary>A dimension that says when each row became known, when it ends, and that a key is gone; its key has an enum in it.</summary>
[DimensionSource("permits")]
public sealed record Permit
{
    [EntityKey] public long OutletId { get; init; }
    [EntityKey] public Tier Grade { get; init; }
    [ValidFrom] public DateTime GrantedAt { get; init; }
    [IngestTime] public DateTime RecordedAt { get; init; }
    [ValidTo] public DateTime ExpiresAt { get; init; }
    public string? Holder { get; init; }
    [Tombstone] public bool IsRevoked { get; init; }
    public int? Limit { get; init; }
}
