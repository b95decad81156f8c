namespace TypedFeatures.Parity.Tests;

/// <summary>A feature table known when its rows happen, of any age, with a key of three parts that stand among the features.</summary>
[FeatureTable("region_score")]
public sealed partial record RegionScore
{
    public bool Seen { get; init; } = false;
    [EntityKey] public required string Region { get; init; }
    public string? Note { get; init; }
    [EntityKey] public Tier Tier { get; init; }
    [EventTime] public DateTime At { get; init; }
    [EntityKey] public Guid Model { get; init; }
    public long? Points { get; init; }
    public double? Score { get; init; } = -1.5;
}
