using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>A value or the failure in its place.</summary>
/// <param name="Value">The features; null where computing them failed.</param>
/// <param name="Failure">What failed; null where nothing did.</param>
/// <param name="Companion">What says whether the entity is found and how large the values were; null where the value says it itself.</param>
public readonly record struct Outcome<T>(T? Value, Exception? Failure, object? Companion = null)
    where T : class
{
    public static Outcome<T> Of(Func<T> compute)
    {
        try
        {
            return new(compute(), null);
        }
        catch (Exception failure) when (Failures.IsMeant(failure))
        {
            return new(null, failure);
        }
    }
}

/// <summary>The failures the parity law speaks of: an integer that does not fit, a double that is none.</summary>
public static class Failures
{
    public static bool IsMeant(Exception failure) => failure switch
    {
        OverflowException or NonFiniteFeatureException => true,
        // DateTime: an instant beyond the years it knows.
        ArgumentOutOfRangeException => true,
        // Engines have no other reason to fail here; which word they have for it is theirs.
        OfflineEngineException engine => engine.Message.Contains("overflow", StringComparison.OrdinalIgnoreCase)
            || engine.Message.Contains("out of range", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
