namespace TypedFeatures.Parity.Tests;

public enum Device
{
    Phone = 3,
    Tablet = 1,
    Desktop = 2,
}

/// <summary>Events that are known when they happen, with a number as their id.</summary>
[EventSource("visits")]
public sealed record Visit
{
    [EventId] public long VisitId { get; init; }
    [EventTime] public DateTime At { get; init; }
    public int UserId { get; init; }
    public string? Page { get; init; }
    public Guid? Session { get; init; }
    public Device Device { get; init; }
    public int Clicks { get; init; }
    public long Bytes { get; init; }
    public double Scroll { get; init; }
    public double? Load { get; init; }
    public float Score { get; init; }
    public DateTime? StartedAt { get; init; }
    public DateOnly Day { get; init; }
    public TimeSpan Spent { get; init; }
    public Guid Token { get; init; }
    public bool? IsBot { get; init; }
    public long OutletId { get; init; }
    public double Effort => IsHeavy(5) ? Clicks * Scroll : Load ?? 0;

    public bool IsHeavy(int limit) => Clicks > limit && Bytes > 0;
}
