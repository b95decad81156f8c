using TypedFeatures;

namespace Commerce.Domain;

/// <summary>A purchase or a refund, as the shop's event stream delivers it.</summary>
[EventSource("purchases")]
public sealed record Purchase
{
    [EventId]
    public required string EventId { get; init; }

    [EventTime]
    public DateTime OccurredAt { get; init; }

    [IngestTime]
    public DateTime IngestedAt { get; init; }

    public long UserId { get; init; }

    public long MerchantId { get; init; }

    /// <summary>In the merchant's currency; null where the till did not say.</summary>
    public double? Amount { get; init; }

    public required string Category { get; init; }

    public OrderStatus Status { get; init; }

    [Pii]
    public string? Email { get; init; }

    /// <summary>Comes weeks later, in a newer version of the same row.</summary>
    [KnownAfterOutcome]
    public bool ChargedBack { get; init; }
}
