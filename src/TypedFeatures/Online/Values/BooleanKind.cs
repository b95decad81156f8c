using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Truth values: false before true.</summary>
public readonly struct BooleanKind : IValueKind<bool>
{
    /// <inheritdoc/>
    public static int Compare(bool left, bool right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, bool value) => writer.WriteBoolean(value);

    /// <inheritdoc/>
    public static bool Read(ref StateReader reader) => reader.ReadBoolean();

    /// <inheritdoc/>
    public static bool ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetBoolean(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, bool value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static bool ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadBoolean(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, bool value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteBooleanValue(value);
    }
}
