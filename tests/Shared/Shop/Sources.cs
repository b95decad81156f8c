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

public enum ParcelSize
{
    Small = 1,
    Medium = 5,
    Large = 3,
}

[EventSource("parcels")]
public sealed record Parcel
{
    [EventId] public Guid ParcelId { get; init; }
    [EventTime] public DateTime ScannedAt { get; init; }
    public string? Courier { get; init; }
    public int Zone { get; init; }
    [Column("depot_code")] public int? Depot { get; init; }
    public int Items { get; init; }
    public long? Cents { get; init; }
    public float? WeightKg { get; init; }
    public double? Score { get; init; }
    public string? Label { get; init; }
    public ParcelSize Size { get; init; }
    public bool? IsFragile { get; init; }
    public Guid? Batch { get; init; }
    public DateOnly? DueOn { get; init; }
    public TimeSpan? Transit { get; init; }
    public DateTime? PickedUpAt { get; init; }
    [Vector(2)] public float[]? Shape { get; init; }
    public double? Value => Score * Items;
}

[DimensionSource("couriers")]
public sealed record Courier
{
    [EntityKey] public required string Code { get; init; }
    [ValidFrom] public DateTime From { get; init; }
    [IngestTime] public DateTime RecordedAt { get; init; }
    public string? Region { get; init; }
}

[DimensionSource("depots")]
public sealed record Depot
{
    [EntityKey] public int Code { get; init; }
    [ValidFrom] public DateTime OpensAt { get; init; }
    [IngestTime] public DateTime RecordedAt { get; init; }
    [ValidTo] public DateTime? ClosesAt { get; init; }
    [Tombstone] public bool IsGone { get; init; }
    public string? Name { get; init; }
    public string? Manager { get; init; }
}

[EventSource("payments")]
public sealed record Payment
{
    [EventId] public long PaymentId { get; init; }
    [EventTime] public DateTime PaidAt { get; init; }
    public required string Payer { get; init; }
    [Decimal(12, 2)] public decimal Amount { get; init; }
    [Decimal(9, 4)] public decimal? Fee { get; init; }
    [Decimal(18, 0)] public decimal? Points { get; init; }
    [Decimal(18, 18)] public decimal? Share { get; init; }
    public int Items { get; init; }
    public long? Cents { get; init; }
}

[DimensionSource("price_bands")]
public sealed record PriceBand
{
    [EntityKey, Decimal(14, 4)] public decimal Price { get; init; }
    [ValidFrom] public DateTime From { get; init; }
    [Decimal(18, 2)] public decimal? Rebate { get; init; }
}
