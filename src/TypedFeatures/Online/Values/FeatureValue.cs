using System.ComponentModel;
using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>How floating-point values become features, online and from SQL alike; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FeatureValue
{
    /// <summary>A nullable feature: null where the value is infinite or not a number; −0 is 0.</summary>
    public static double? Finite(double? value) => value is { } v && double.IsFinite(v) ? v + 0d : null;

    /// <summary>A nullable feature: null where the value is infinite or not a number; −0 is 0.</summary>
    public static float? Finite(float? value) => value is { } v && float.IsFinite(v) ? v + 0f : null;

    /// <summary>A feature that is never null; −0 is 0.</summary>
    /// <exception cref="NonFiniteFeatureException">The value is infinite or not a number.</exception>
    public static double Finite(double value, string view, string feature) =>
        double.IsFinite(value) ? value + 0d : throw new NonFiniteFeatureException(view, feature);

    /// <summary>A feature that is never null; −0 is 0.</summary>
    /// <exception cref="NonFiniteFeatureException">The value is infinite or not a number.</exception>
    public static float Finite(float value, string view, string feature) =>
        float.IsFinite(value) ? value + 0f : throw new NonFiniteFeatureException(view, feature);

    /// <summary>A nullable vector feature: null where a number of it is infinite or not a number; −0 is 0.</summary>
    public static float[]? Finite(float[]? value)
    {
        if (value is null || Array.TrueForAll(value, static number => float.IsFinite(number) && !(number == 0 && float.IsNegative(number))))
        {
            return value;
        }

        return Array.TrueForAll(value, float.IsFinite) ? Array.ConvertAll(value, static number => number + 0f) : null;
    }

    /// <summary>A vector feature that is never null; −0 is 0.</summary>
    /// <exception cref="NonFiniteFeatureException">A number of it is infinite or not a number.</exception>
    public static float[] Finite(float[] value, string view, string feature) => Finite(value) ?? throw new NonFiniteFeatureException(view, feature);

    /// <summary>A nullable map feature: null where a value of it is infinite or not a number.</summary>
    public static FeatureMap<TKey, double>? Finite<TKey>(FeatureMap<TKey, double>? value)
        where TKey : notnull => value is null || value.Values.All(double.IsFinite) ? value : null;

    /// <summary>A map feature that is never null.</summary>
    /// <exception cref="NonFiniteFeatureException">A value of it is infinite or not a number.</exception>
    public static FeatureMap<TKey, double> Finite<TKey>(FeatureMap<TKey, double> value, string view, string feature)
        where TKey : notnull => Finite(value) ?? throw new NonFiniteFeatureException(view, feature);

    /// <summary>Reads a double feature that is never null. Some engines turn NaN into null on their way out.</summary>
    /// <exception cref="NonFiniteFeatureException">The value is null, infinite or not a number.</exception>
    public static double ReadDouble(RowCursor row, int column, string view, string feature)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsNull(column) ? throw new NonFiniteFeatureException(view, feature) : Finite(row.GetDouble(column), view, feature);
    }

    /// <summary>Reads a float feature that is never null. Some engines turn NaN into null on their way out.</summary>
    /// <exception cref="NonFiniteFeatureException">The value is null, infinite or not a number.</exception>
    public static float ReadSingle(RowCursor row, int column, string view, string feature)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.IsNull(column) ? throw new NonFiniteFeatureException(view, feature) : Finite(row.GetSingle(column), view, feature);
    }

    /// <summary>The error for an aggregate that met a row whose value does not fit; raised when the aggregate is asked for, not before.</summary>
    public static OverflowException RowOverflow(string view, string aggregate) =>
        new($"'{view}': {aggregate} met a row whose value does not fit its type. Use a wider type in the expression.");

    /// <summary>The error for text in a result that names no member of an enum.</summary>
    public static InvalidDataException NoMember(string enumName) =>
        new($"A result holds text that names no member of {enumName}; the data was written with another version of the enum.");
}
