namespace TypedFeatures.Parity.Tests;

/// <summary>Declared out of the order of its values, which is out of the order of its names.</summary>
public enum OrderStatus
{
    Pending = 0,
    Refunded = -1,
    Completed = 2,
    Abandoned = 10,
}

public enum Channel
{
    Web,
    Store,
    Phone,
}

/// <summary>Events with every feature a source can have: ingest time, later versions, text ids, every type, each with null.</summary>
[EventSource("orders")]
public sealed record Order
{
    [EventId] public required string OrderId { get; init; }
    [EventTime] public DateTime OccurredAt { get; init; }
    [IngestTime] public DateTime IngestedAt { get; init; }
    public long? CustomerId { get; init; }
    public long OutletId { get; init; }
    public string? Region { get; init; }
    public double? Amount { get; init; }
    public double Discount { get; init; }
    public long Price { get; init; }
    public int Quantity { get; init; }
    public int? Points { get; init; }
    public float? Weight { get; init; }
    public float Volume { get; init; }
    public required string Category { get; init; }
    [Pii] public string? Note { get; init; }
    public OrderStatus Status { get; init; }
    public Channel? Channel { get; init; }
    [Column("took")] public TimeSpan? Duration { get; init; }
    public DateOnly? DueOn { get; init; }
    public Guid? Basket { get; init; }
    public DateTime? PromisedAt { get; init; }
    public bool IsGift { get; init; }
    public bool? IsExpress { get; init; }
    [KnownAfterOutcome] public bool Returned { get; init; }
    [KnownAfterOutcome] public string? ReturnReason { get; init; }
}
