using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>
/// A copy of an SQL value in unmanaged memory, ordered as DESIGN orders values: null, then numbers by value, then text by code point,
/// then vectors, whose bytes order as they do. All zero is null.
/// </summary>
internal unsafe struct NativeValue
{
    private long bits;
    private byte* text;
    private int length;
    private int capacity;
    private int type;

    /// <summary>Takes another value; the memory of texts is used again.</summary>
    public void Set(nint value)
    {
        type = Sqlite3.ValueType(value);
        switch (type)
        {
            case Sqlite3.TypeInteger:
                bits = Sqlite3.ValueInt64(value);
                break;
            case Sqlite3.TypeFloat:
                bits = BitConverter.DoubleToInt64Bits(Sqlite3.ValueDouble(value));
                break;
            case Sqlite3.TypeText or Sqlite3.TypeBlob:
                var source = type == Sqlite3.TypeText ? Sqlite3.ValueText(value) : Sqlite3.ValueBlob(value);
                length = Sqlite3.ValueBytes(value);
                Reserve();
                new ReadOnlySpan<byte>(source, length).CopyTo(new Span<byte>(text, length));
                break;
            default:
                break;
        }
    }

    /// <summary>Less than, equal to or greater than 0 as this value is less, equal or greater.</summary>
    public readonly int CompareTo(nint value)
    {
        var other = Sqlite3.ValueType(value);
        if (type == Sqlite3.TypeInteger && other == Sqlite3.TypeInteger)
        {
            return bits.CompareTo(Sqlite3.ValueInt64(value));
        }

        if (Rank(type) != Rank(other))
        {
            return Rank(type).CompareTo(Rank(other));
        }

        return other switch
        {
            Sqlite3.TypeInteger => -CompareNumbers(Sqlite3.ValueInt64(value), BitConverter.Int64BitsToDouble(bits)),
            Sqlite3.TypeFloat when type == Sqlite3.TypeInteger => CompareNumbers(bits, Sqlite3.ValueDouble(value)),
            Sqlite3.TypeFloat => BitConverter.Int64BitsToDouble(bits).CompareTo(Sqlite3.ValueDouble(value)),
            Sqlite3.TypeText => CompareBytes(Sqlite3.ValueText(value), value),
            Sqlite3.TypeBlob => CompareBytes(Sqlite3.ValueBlob(value), value),
            _ => 0,
        };
    }

    /// <summary>Gives the value as a function's result.</summary>
    public readonly void Return(nint context)
    {
        switch (type)
        {
            case Sqlite3.TypeInteger:
                Sqlite3.ResultInt64(context, bits);
                break;
            case Sqlite3.TypeFloat:
                Sqlite3.ResultDouble(context, BitConverter.Int64BitsToDouble(bits));
                break;
            case Sqlite3.TypeText:
                Sqlite3.ResultText(context, text, length, Sqlite3.Transient);
                break;
            case Sqlite3.TypeBlob:
                Sqlite3.ResultBlob(context, text, length, Sqlite3.Transient);
                break;
            default:
                Sqlite3.ResultNull(context);
                break;
        }
    }

    /// <summary>Gives the memory back.</summary>
    public void Free()
    {
        NativeMemory.Free(text);
        text = null;
        capacity = 0;
    }

    /// <summary>Compares an integer with a double exactly, which a conversion of either would not.</summary>
    public static int CompareNumbers(long integer, double real)
    {
        if (real >= 9_223_372_036_854_775_808d)
        {
            return -1;
        }

        if (real < -9_223_372_036_854_775_808d)
        {
            return 1;
        }

        var whole = (long)real;
        return integer != whole ? integer.CompareTo(whole) : 0d.CompareTo(real - whole);
    }

    private static int Rank(int type) => type switch
    {
        Sqlite3.TypeInteger or Sqlite3.TypeFloat => 1,
        Sqlite3.TypeText => 2,
        Sqlite3.TypeBlob => 3,
        _ => 0,
    };

    private readonly int CompareBytes(byte* start, nint value) =>
        new ReadOnlySpan<byte>(text, length).SequenceCompareTo(new ReadOnlySpan<byte>(start, Sqlite3.ValueBytes(value)));

    private void Reserve()
    {
        // Never zero bytes: a null pointer would make the result of an empty text null.
        if (text is null || capacity < length)
        {
            capacity = Math.Max(32, length * 2);
            text = (byte*)NativeMemory.Realloc(text, (nuint)capacity);
        }
    }
}
