using System.Text.Json;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Online;

/// <summary>Text, ordered by Unicode code point, which is the order of its UTF-8 bytes.</summary>
public readonly struct StringKind : IValueKind<string>
{
    /// <inheritdoc/>
    public static int Compare(string left, string right)
    {
        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Rank(left[shared]).CompareTo(Rank(right[shared]));
    }

    /// <inheritdoc/>
    public static void Write(ref StateWriter writer, string value) => writer.WriteString(value);

    /// <inheritdoc/>
    public static string Read(ref StateReader reader) => reader.ReadString();

    // Surrogates stand for code points above U+FFFF but lie below U+E000..U+FFFF in UTF-16: lift them above.
    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;

    /// <inheritdoc/>
    public static string Stored(string value) => KeyText.WellFormed(value);

    /// <inheritdoc/>
    public static string ReadColumn(RowCursor row, int column)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.GetString(column);
    }

    /// <inheritdoc/>
    public static void WriteColumn(RowWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(value, isRequired: true);
    }

    /// <inheritdoc/>
    public static string ReadJson(ref Utf8JsonReader reader) => JsonValue.ReadString(ref reader);

    /// <inheritdoc/>
    public static void WriteJson(Utf8JsonWriter writer, string value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value);
    }
}
