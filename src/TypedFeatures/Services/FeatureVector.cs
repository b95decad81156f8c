using System.ComponentModel;

namespace TypedFeatures.Online;

/// <summary>How feature values become the numbers of a vector; for generated code. Null, and a nullable value that is not finite, is NaN.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FeatureVector
{
    /// <summary>A truth value: 1 or 0.</summary>
    public static float Of(bool? value) => value is { } v ? (v ? 1f : 0f) : float.NaN;

    /// <summary>An integer, rounded to the nearest float.</summary>
    public static float Of(long? value) => value is { } v ? v : float.NaN;

    /// <summary>A number, rounded to the nearest float.</summary>
    public static float Of(double? value) => value is { } v && double.IsFinite(v) ? (float)v : float.NaN;

    /// <summary>A length of time, in seconds.</summary>
    public static float Of(TimeSpan? value) => value is { } v ? (float)v.TotalSeconds : float.NaN;

    /// <summary>A number that is never missing, rounded to the nearest float.</summary>
    /// <exception cref="NonFiniteFeatureException">It is infinite or not a number.</exception>
    public static float Of(double value, string service, string feature) =>
        double.IsFinite(value) ? (float)value : throw new NonFiniteFeatureException(service, feature);

    /// <summary>Refuses a destination that is too short.</summary>
    /// <exception cref="ArgumentException">It has fewer than <paramref name="length"/> places.</exception>
    public static void CheckLength(int places, int length)
    {
        if (places < length)
        {
            throw new ArgumentException($"The vector has {places} places and the service {length} numbers; make it at least as long as FeatureNames.");
        }
    }
}
