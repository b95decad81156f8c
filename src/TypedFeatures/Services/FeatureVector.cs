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

    /// <summary>A decimal, as a double, rounded to the nearest float.</summary>
    public static float Of(decimal? value) => value is { } v ? (float)(double)v : float.NaN;

    /// <summary>A length of time, in seconds.</summary>
    public static float Of(TimeSpan? value) => value is { } v ? (float)v.TotalSeconds : float.NaN;

    /// <summary>A number that is never missing, rounded to the nearest float.</summary>
    /// <exception cref="NonFiniteFeatureException">It is infinite or not a number.</exception>
    public static float Of(double value, string service, string feature) =>
        double.IsFinite(value) ? (float)value : throw new NonFiniteFeatureException(service, feature);

    /// <summary>Copies a vector to its places; null is NaN in each of them.</summary>
    /// <exception cref="ArgumentException">A getter computed a vector of another length.</exception>
    public static void Copy(float[]? value, Span<float> places)
    {
        if (value is null)
        {
            places.Fill(float.NaN);
            return;
        }

        if (value.Length != places.Length)
        {
            throw new ArgumentException($"The vector has {value.Length} numbers where [Vector({places.Length})] says {places.Length}.", nameof(value));
        }

        value.CopyTo(places);
    }

    /// <summary>A vector of its own for a row; null is NaN in each place.</summary>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public static float[] ToArray(float[]? value, int length)
    {
        var array = new float[length];
        Copy(value, array);
        return array;
    }

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
