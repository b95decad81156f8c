using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Instants, written as microseconds since 1970. Computed ones may lie outside of the years that can be stored.</summary>
public readonly struct InstantKind : IValueKind<DateTime>
{
    /// <inheritdoc/>
    public static int Compare(DateTime left, DateTime right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, DateTime value) => writer.WriteVarInt64(Instant.OfComputed(value));

    /// <inheritdoc/>
    public static DateTime Read(ref StateReader reader)
    {
        var microseconds = reader.ReadVarInt64();
        return microseconds is >= Instant.MinComputed and <= Instant.MaxComputed
            ? Instant.ToDateTime(microseconds)
            : throw StateReader.Damaged("an instant outside the years 1 to 9999");
    }

    /// <inheritdoc/>
    public static DateTime Stored(DateTime value) => Instant.ToDateTime(Instant.FromDateTime(value));

    /// <inheritdoc/>
    public static DateTime ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetDateTime(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, DateTime value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static DateTime ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadInstant(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateTime value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonValue.WriteInstant(writer, value);
    }
}

/// <summary>Dates, written as days since 1970. Computed ones may lie outside of the years that can be stored.</summary>
public readonly struct DateKind : IValueKind<DateOnly>
{
    private static readonly int First = DateOnly.MinValue.DayNumber - Instant.EpochDayNumber;
    private static readonly int Last = DateOnly.MaxValue.DayNumber - Instant.EpochDayNumber;

    /// <inheritdoc/>
    public static int Compare(DateOnly left, DateOnly right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, DateOnly value) => writer.WriteVarInt64(value.DayNumber - Instant.EpochDayNumber);

    /// <inheritdoc/>
    public static DateOnly Read(ref StateReader reader)
    {
        var days = reader.ReadVarInt64();
        return days >= First && days <= Last
            ? Instant.ToDate((int)days)
            : throw StateReader.Damaged("a date outside the years 1 to 9999");
    }

    /// <inheritdoc/>
    public static DateOnly ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetDate(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static DateOnly ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadDate(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, DateOnly value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonValue.WriteDate(writer, value);
    }
}

/// <summary>Lengths of time, written as microseconds.</summary>
public readonly struct TimeSpanKind : IValueKind<TimeSpan>
{
    private const long Longest = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    /// <inheritdoc/>
    public static int Compare(TimeSpan left, TimeSpan right) => left.CompareTo(right);

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, TimeSpan value) => writer.WriteVarInt64(Instant.FromTimeSpan(value));

    /// <inheritdoc/>
    public static TimeSpan Read(ref StateReader reader)
    {
        var microseconds = reader.ReadVarInt64();
        return microseconds is >= -Longest and <= Longest
            ? Instant.ToTimeSpan(microseconds)
            : throw StateReader.Damaged("a length of time that does not fit");
    }

    /// <inheritdoc/>
    public static TimeSpan Stored(TimeSpan value) => Instant.ToTimeSpan(Instant.FromTimeSpan(value));

    /// <inheritdoc/>
    public static TimeSpan ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetTimeSpan(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, TimeSpan value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value);
    }

    /// <inheritdoc/>
    public static TimeSpan ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadTimeSpan(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, TimeSpan value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        JsonValue.WriteTimeSpan(writer, value);
    }
}
