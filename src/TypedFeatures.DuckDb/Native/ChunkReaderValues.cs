using System.Runtime.InteropServices;
using System.Text;

namespace TypedFeatures.DuckDb.Native;

/// <summary>How a text lies in a vector: up to 12 bytes in place, longer ones behind a pointer.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct DuckDbString
{
    public const int LongestInline = 12;

    [FieldOffset(0)]
    public int Length;

    /// <summary>The bytes in place, the rest zero; of a longer text the first four.</summary>
    [FieldOffset(4)]
    public fixed byte Inline[LongestInline];

    [FieldOffset(8)]
    public byte* Pointer;

    /// <summary>The whole structure as two numbers, equal exactly for equal inline texts.</summary>
    [FieldOffset(0)]
    public ulong Low;

    [FieldOffset(8)]
    public ulong High;
}

/// <summary>Reads values out of vectors without boxing; integers widen, and narrow where the value fits.</summary>
internal static unsafe class ChunkReaderValues
{
    public static bool GetBoolean(this ChunkReader reader, int column, int row) =>
        reader.TypeOf(column) == DuckDbType.Boolean ? reader.DataOf(column)[row] != 0 : throw Mismatch(reader, column, "a truth value");

    public static long GetInt64(this ChunkReader reader, int column, int row)
    {
        var data = reader.DataOf(column);
        switch (reader.TypeOf(column))
        {
            case DuckDbType.BigInt or DuckDbType.Timestamp or DuckDbType.TimestampTz:
                return ((long*)data)[row];
            case DuckDbType.Integer or DuckDbType.Date:
                return ((int*)data)[row];
            case DuckDbType.UInteger:
                return ((uint*)data)[row];
            case DuckDbType.SmallInt:
                return ((short*)data)[row];
            case DuckDbType.USmallInt:
                return ((ushort*)data)[row];
            case DuckDbType.TinyInt:
                return ((sbyte*)data)[row];
            case DuckDbType.UTinyInt:
                return data[row];
            case DuckDbType.UBigInt:
                var unsigned = ((ulong*)data)[row];
                return unsigned <= long.MaxValue ? (long)unsigned : throw Overflow(reader, column, "64");
            case DuckDbType.HugeInt:
                // Low half first, on every platform that DuckDB is built for.
                var low = ((long*)data)[2 * row];
                var high = ((long*)data)[(2 * row) + 1];
                return high == low >> 63 ? low : throw Overflow(reader, column, "64");
            default:
                throw Mismatch(reader, column, "an integer, instant or length of time");
        }
    }

    public static int GetInt32(this ChunkReader reader, int column, int row)
    {
        var value = reader.GetInt64(column, row);
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw Overflow(reader, column, "32");
    }

    public static double GetDouble(this ChunkReader reader, int column, int row) => reader.TypeOf(column) switch
    {
        DuckDbType.Double => ((double*)reader.DataOf(column))[row],
        DuckDbType.Float => ((float*)reader.DataOf(column))[row],
        _ => throw Mismatch(reader, column, "a double"),
    };

    public static float GetSingle(this ChunkReader reader, int column, int row) => reader.TypeOf(column) switch
    {
        DuckDbType.Float => ((float*)reader.DataOf(column))[row],
        DuckDbType.Double => (float)((double*)reader.DataOf(column))[row],
        _ => throw Mismatch(reader, column, "a float"),
    };

    public static string GetString(this ChunkReader reader, int column, int row, ShortTextCache? cache = null)
    {
        if (reader.TypeOf(column) != DuckDbType.Varchar)
        {
            throw Mismatch(reader, column, "text");
        }

        var text = (DuckDbString*)reader.DataOf(column) + row;
        return text->Length > DuckDbString.LongestInline
            ? Encoding.UTF8.GetString(text->Pointer, text->Length)
            : cache is null ? Encoding.UTF8.GetString(text->Inline, text->Length) : cache.Get(text);
    }

    /// <summary>A list of floats or doubles, as floats.</summary>
    public static float[] GetVector(this ChunkReader reader, int column, int row)
    {
        if (reader.TypeOf(column) != DuckDbType.List)
        {
            throw Mismatch(reader, column, "a vector");
        }

        // An entry is where the list begins in the child vector, and how long it is.
        var entry = (ulong*)reader.DataOf(column) + (2 * row);
        var child = DuckDbApi.GetListChild(reader.VectorOf(column));
        var numbers = DuckDbApi.GetVectorData(child);
        var vector = new float[entry[1]];
        if (reader.ElementOf(column) == DuckDbType.Float)
        {
            new ReadOnlySpan<float>((float*)numbers + entry[0], vector.Length).CopyTo(vector);
        }
        else if (reader.ElementOf(column) == DuckDbType.Double)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = (float)((double*)numbers)[entry[0] + (ulong)i];
            }
        }
        else
        {
            throw Mismatch(reader, column, "a vector");
        }

        return vector;
    }

    private static Exception Mismatch(ChunkReader reader, int column, string wanted) =>
        reader.Error($"Column '{reader.NameOf(column)}' is of DuckDB type {reader.TypeOf(column)} and was read as {wanted}.");

    private static Exception Overflow(ChunkReader reader, int column, string bits) =>
        reader.Error($"Column '{reader.NameOf(column)}' holds an integer that does not fit {bits} bits.");
}

/// <summary>Remembers short texts of one column, so that a repeated category costs no allocation.</summary>
internal sealed unsafe class ShortTextCache
{
    private const int Slots = 256;

    private readonly (ulong Low, ulong High, string? Text)[] slots = new (ulong, ulong, string?)[Slots];

    public string Get(DuckDbString* text)
    {
        var hash = ((text->Low * 0x9E3779B97F4A7C15UL) ^ text->High) * 0xD6E8FEB86659FD93UL;
        ref var slot = ref slots[hash >> 56];
        if (slot.Text is { } known && slot.Low == text->Low && slot.High == text->High)
        {
            return known;
        }

        var read = Encoding.UTF8.GetString(text->Inline, text->Length);
        slot = (text->Low, text->High, read);
        return read;
    }
}
