using System.Globalization;
using System.Text.Json;

namespace TypedFeatures.Online;

/// <summary>
/// The parts of lists and maps in JSON. Engines write what they store (instants and lengths of time in microseconds, dates in days, enum members by name or value); files get
/// instants and dates as ISO 8601 and enum members by name. Both are read.
/// </summary>
internal static class JsonValue
{
    public const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    public const string DateFormat = "yyyy-MM-dd";

    public static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => ReadInt64(ref reader) != 0, // SQLite's truth values are numbers
    };

    /// <summary>An integer, also in quotes: some engines write those that a double could not hold so.</summary>
    public static long ReadInt64(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number when reader.TryGetInt64(out var value) => value,
        JsonTokenType.String when long.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) => value,
        JsonTokenType.Number or JsonTokenType.String => throw new OverflowException("A number in a list or map feature does not fit 64 bits. Use a wider type in the expression."),
        _ => throw Unexpected("an integer"),
    };

    public static int ReadInt32(ref Utf8JsonReader reader) =>
        ReadInt64(ref reader) is >= int.MinValue and <= int.MaxValue and var value
            ? (int)value
            : throw new OverflowException("A number in a list feature does not fit 32 bits. Use a wider type in the expression.");

    public static double ReadDouble(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) ? value + 0d : throw Unexpected("a finite number");

    public static string ReadString(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw Unexpected("text");

    public static Guid ReadGuid(ref Utf8JsonReader reader) =>
        Guid.TryParseExact(ReadString(ref reader), "D", out var value) ? value : throw Unexpected("a GUID");

    public static DateTime ReadInstant(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Instant.ToDateTime(ReadInt64(ref reader));
        }

        return DateTime.TryParseExact(
            reader.GetString(), InstantFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value)
            ? value
            : throw Unexpected("an instant");
    }

    public static DateOnly ReadDate(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            return Instant.ToDate(ReadInt32(ref reader));
        }

        return DateOnly.TryParseExact(reader.GetString(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? value
            : throw Unexpected("a date");
    }

    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) => Instant.ToTimeSpan(ReadInt64(ref reader));

    public static void WriteInstant(Utf8JsonWriter writer, DateTime value) => writer.WriteStringValue(value.ToString(InstantFormat, CultureInfo.InvariantCulture));

    public static void WriteDate(Utf8JsonWriter writer, DateOnly value) => writer.WriteStringValue(value.ToString(DateFormat, CultureInfo.InvariantCulture));

    public static void WriteTimeSpan(Utf8JsonWriter writer, TimeSpan value) => writer.WriteNumberValue(Instant.FromTimeSpan(value));

    /// <summary>The error for text that no plan of ours writes; it never holds the text.</summary>
    public static InvalidDataException Unexpected(string wanted) =>
        new($"A list, map or vector in a result is not {wanted} where one was expected; this is a fault of its plan: please report it.");
}
