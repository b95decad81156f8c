using System.Text;
using System.Text.Json;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>A copy of an SQL value in managed memory: null, a number, or UTF-8 text. Equal values are of one type; a column never mixes them.</summary>
/// <param name="Type">The SQLite type.</param>
/// <param name="Bits">An integer, or the bits of a double.</param>
/// <param name="Text">Text; null of others.</param>
internal readonly record struct SqlValue(int Type, long Bits, string? Text)
{
    /// <summary>Copies a value.</summary>
    public static unsafe SqlValue Of(nint value)
    {
        var type = Sqlite3.ValueType(value);
        return type switch
        {
            Sqlite3.TypeInteger => new(type, Sqlite3.ValueInt64(value), null),

            // −0 is 0.
            Sqlite3.TypeFloat => new(type, BitConverter.DoubleToInt64Bits(Sqlite3.ValueDouble(value) + 0d), null),
            Sqlite3.TypeText => OfText(value, type),
            _ => new(Sqlite3.TypeNull, 0, null),
        };
    }

    /// <summary>Compares two values of one type: numbers by value, text by code point.</summary>
    public static int Compare(in SqlValue left, in SqlValue right) => left.Type switch
    {
        Sqlite3.TypeInteger when right.Type == Sqlite3.TypeInteger => left.Bits.CompareTo(right.Bits),
        Sqlite3.TypeFloat when right.Type == Sqlite3.TypeFloat => BitConverter.Int64BitsToDouble(left.Bits).CompareTo(BitConverter.Int64BitsToDouble(right.Bits)),
        Sqlite3.TypeText when right.Type == Sqlite3.TypeText => Online.StringKind.Compare(left.Text!, right.Text!),
        _ => left.Type.CompareTo(right.Type),
    };

    /// <summary>Writes the value as JSON.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        switch (Type)
        {
            case Sqlite3.TypeInteger:
                writer.WriteNumberValue(Bits);
                break;
            case Sqlite3.TypeFloat when BitConverter.Int64BitsToDouble(Bits) is var number && double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case Sqlite3.TypeText:
                writer.WriteStringValue(Text);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static unsafe SqlValue OfText(nint value, int type)
    {
        var start = Sqlite3.ValueText(value);
        return new(type, 0, Encoding.UTF8.GetString(start, Sqlite3.ValueBytes(value)));
    }
}
