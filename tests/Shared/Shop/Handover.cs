using TypedFeatures;

namespace Shop;

/// <summary>What is written on a parcel; any of them together.</summary>
[Flags]
[StoredAs(EnumStorage.Number)]
public enum ParcelMarks : byte
{
    None = 0,
    Fragile = 1,
    Cold = 2,
    Heavy = 4,
    Upright = 128,
}

/// <summary>Who takes a parcel on. One number has two names.</summary>
[StoredAs(EnumStorage.Number)]
public enum Carrier : long
{
    Unknown = -1,
    House = 1,
    Own = 1,
    Abroad = 4_000_000_000,
}

[EventSource("handovers")]
public sealed record Handover
{
    [EventId] public int HandoverId { get; init; }
    [EventTime] public DateTime HandedAt { get; init; }
    public string Depot { get; init; } = "";
    public Carrier Carrier { get; init; }
    public ParcelMarks Marks { get; init; }
    public ParcelMarks? Asked { get; init; }
    public DateTime? PromisedAt { get; init; }
    public DateOnly? DueOn { get; init; }
    public int Months { get; init; }
    public string? Note { get; init; }
}
