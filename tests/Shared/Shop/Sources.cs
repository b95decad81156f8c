using TypedFeatures;

namespace Shop;

public enum OrderStatus
{
    Pending,
    Completed,
    Refunded,
}

[EventSource("purchases")]
public sealed record Purchase
{
    [EventId] public required string EventId { get; init; }
    [EventTime] public DateTime OccurredAt { get; init; }
    [IngestTime] public DateTime IngestedAt { get; init; }
    public long UserId { get; init; }
    public long MerchantId { get; init; }
    public double? Amount { get; init; }
    public required string Category { get; init; }
    public OrderStatus Status { get; init; }
    [Pii] public string? Email { get; init; }
    [KnownAfterOutcome] public bool ChargedBack { get; init; }
}

[DimensionSource("merchants")]
public sealed record Merchant
{
    [EntityKey] public long MerchantId { get; init; }
    [ValidFrom] public DateTime UpdatedAt { get; init; }
    public required string Country { get; init; }
    public double FxRate { get; init; }
}
