using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>32-bit integers.</summary>
public readonly struct Int32Kind : IValueKind<int>
{
    /// <inheritdoc/>
    public static int Compare(int left, int right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, int value) => writer.WriteVarInt64(value);

    /// <inheritdoc/>
    public static int Read(ref StateReader reader)
    {
        var value = reader.ReadVarInt64();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw StateReader.Damaged("a 32-bit integer that does not fit");
    }

    /// <inheritdoc/>
    public static int ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetInt32(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, int value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static int ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadInt32(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, int value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}

/// <summary>64-bit integers.</summary>
public readonly struct Int64Kind : IValueKind<long>
{
    /// <inheritdoc/>
    public static int Compare(long left, long right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, long value) => writer.WriteVarInt64(value);

    /// <inheritdoc/>
    public static long Read(ref StateReader reader) => reader.ReadVarInt64();

    /// <inheritdoc/>
    public static long ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetInt64(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static long ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadInt64(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, long value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue(value);
    }
}
