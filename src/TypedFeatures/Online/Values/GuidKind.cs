using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>GUIDs, ordered by their text.</summary>
public readonly struct GuidKind : IValueKind<Guid>
{
    /// <inheritdoc/>
    /// <remarks><see cref="Guid.CompareTo(Guid)"/> compares the fields as unsigned numbers in the order of the text "D", whose digits are in
    /// ascending order of their codes: the two orders are one.</remarks>
    public static int Compare(Guid left, Guid right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, Guid value) => writer.WriteGuid(value);

    /// <inheritdoc/>
    public static Guid Read(ref StateReader reader) => reader.ReadGuid();

    /// <inheritdoc/>
    public static Guid ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetGuid(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, Guid value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static Guid ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadGuid(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, Guid value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
