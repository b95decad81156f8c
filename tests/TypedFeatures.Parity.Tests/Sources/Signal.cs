namespace TypedFeatures.Parity.Tests;

public enum SignalKind : long
{
    Low = -5_000_000_000,
    Normal = 0,
    High = 5_000_000_000,
}

/// <summary>Events with an ingest time but no later versions, with a GUID as their id.</summary>
[EventSource("signals")]
public sealed record Signal
{
    [EventId] public Guid SignalId { get; init; }
    [EventTime] public DateTime MeasuredAt { get; init; }
    [IngestTime] public DateTime ReceivedAt { get; init; }
    public long SensorId { get; init; }
    public long? OutletId { get; init; }
    public SignalKind? Kind { get; init; }
    public double? Value { get; init; }
    public int Level { get; init; }
    public string Text { get; init; } = "";
    public bool IsTest { get; init; }
    [Vector(3)] public float[]? Trace { get; init; }
    [Vector(1)] public float[] Drift { get; init; } = [0];
}
