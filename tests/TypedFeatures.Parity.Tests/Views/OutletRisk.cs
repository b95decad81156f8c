namespace TypedFeatures.Parity.Tests;

/// <summary>A feature table whose rows are known late and count for a week: nulls that hide older values, and defaults of every kind.</summary>
[FeatureTable("outlet_risk", Version = 3, Owner = "parity", MaxAge = "7d")]
public sealed partial record OutletRisk
{
    [EntityKey] public long OutletId { get; init; }
    [EventTime] public DateTime ComputedAt { get; init; }
    [IngestTime] public DateTime WrittenAt { get; init; }

    /// <summary>True in every row, so that it says whether there was one.</summary>
    public bool Seen { get; init; } = false;
    public double? Score { get; init; }
    public double Weight { get; init; } = 0.5;
    public float? Share { get; init; }
    public long Orders { get; init; } = -1;
    public int? Rank { get; init; } = 7;
    public string? Reason { get; init; }
    public string Label { get; init; } = "none";
    public Tier Tier { get; init; } = Tier.Bronze;
    public Tier? LastTier { get; init; }
    public Guid? Model { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateTime? ReviewedAt { get; init; }
    public TimeSpan Latency { get; init; } = TimeSpan.Zero;
    public TimeSpan? Delay { get; init; }
    public bool? IsTrusted { get; init; }
}
