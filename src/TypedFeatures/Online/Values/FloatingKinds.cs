using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>IEEE singles.</summary>
public readonly struct SingleKind : IValueKind<float>
{
    /// <inheritdoc/>
    public static int Compare(float left, float right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, float value) => writer.WriteSingle(value);

    /// <inheritdoc/>
    public static float Read(ref StateReader reader) => reader.ReadSingle();

    /// <inheritdoc/>
    public static bool TryAdmit(ref float value)
    {
        value += 0f; // −0 + 0 is 0
        return float.IsFinite(value);
    }

    /// <inheritdoc/>
    public static float Stored(float value) => value + 0f;

    /// <inheritdoc/>
    public static float ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetSingle(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static float ReadJson(ref Utf8JsonReader reader) => (float)JsonValue.ReadDouble(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, float value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}

/// <summary>IEEE doubles.</summary>
public readonly struct DoubleKind : IValueKind<double>
{
    /// <inheritdoc/>
    public static int Compare(double left, double right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, double value) => writer.WriteDouble(value);

    /// <inheritdoc/>
    public static double Read(ref StateReader reader) => reader.ReadDouble();

    /// <inheritdoc/>
    public static bool TryAdmit(ref double value)
    {
        value += 0d; // −0 + 0 is 0
        return double.IsFinite(value);
    }

    /// <inheritdoc/>
    public static double Stored(double value) => value + 0d;

    /// <inheritdoc/>
    public static double ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetDouble(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static double ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadDouble(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, double value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}
