namespace TypedFeatures.Parity.Tests;

/// <summary>A service over a view of vectors, lists and maps.</summary>
[FeatureService("sensor_watch")]
public sealed partial record SensorWatch
{
    public required SensorLists Lists { get; init; }

    /// <summary>From when on it is worth looking at.</summary>
    [Request] public required double Limit { get; init; }

    /// <summary>Traces for each unit of the limit.</summary>
    public double TracesPerLimit => Limit > 0 ? Lists.Traces / Limit : 0;
}
