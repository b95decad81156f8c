namespace TypedFeatures.Sources;

/// <summary>What every entrance asks of a vector.</summary>
internal static class VectorValue
{
    /// <summary>What is wrong with a vector, as the end of a sentence; null where nothing is.</summary>
    public static string? FaultOf(float[] value, int length)
    {
        if (value.Length != length)
        {
            return $"has {value.Length} numbers where [Vector({length})] says {length}.";
        }

        var index = Array.FindIndex(value, static number => !float.IsFinite(number));
        return index < 0 ? null : $"is NaN or infinite at index {index}; use null for a vector that is not known.";
    }

    /// <summary>The vector with 0 for −0: itself where there is none.</summary>
    public static float[] Normalise(float[] value) =>
        Array.Exists(value, static number => number == 0 && float.IsNegative(number)) ? Array.ConvertAll(value, static number => number + 0f) : value;
}
