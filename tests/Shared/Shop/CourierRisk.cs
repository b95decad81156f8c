using TypedFeatures;

namespace Shop;

/// <summary>How risky a courier is, computed elsewhere once in a while.</summary>
[FeatureTable("courier_risk", Version = 2, Owner = "risk", MaxAge = "7d")]
public sealed partial record CourierRisk
{
    [EntityKey] public required string Courier { get; init; }
    [EventTime] public DateTime ComputedAt { get; init; }
    [IngestTime] public DateTime WrittenAt { get; init; }
    /// <summary>The risk, null where the model abstains.</summary>
    public double? Score { get; init; }
    public long Claims { get; init; } = -1;
    public string Grade { get; init; } = "new";
    public int? Rank { get; init; } = 100;
}
