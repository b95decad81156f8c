using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TypedFeatures.Online;

/// <summary>Writes the compact binary form of keys and states: little-endian, variable-length integers, strings once each.</summary>
/// <param name="output">Where the bytes go.</param>
public ref struct StateWriter(IBufferWriter<byte> output)
{
    private Dictionary<string, int>? strings;

    /// <summary>Writes an unsigned integer, 7 bits a byte, lowest first.</summary>
    public readonly void WriteVarUInt64(ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    /// <summary>Writes a signed integer, zigzag-coded, so that small magnitudes are short.</summary>
    public readonly void WriteVarInt64(long value) => WriteVarUInt64((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes an instant as its distance from another that is likely near.</summary>
    /// <param name="microseconds">Since 1970.</param>
    /// <param name="origin">Since 1970.</param>
    public readonly void WriteInstant(long microseconds, long origin) => WriteVarInt64(microseconds - origin);

    /// <summary>Writes a truth value as one byte.</summary>
    public readonly void WriteBoolean(bool value)
    {
        output.GetSpan(1)[0] = value ? (byte)1 : (byte)0;
        output.Advance(1);
    }

    /// <summary>Writes a double as its eight bytes.</summary>
    public readonly void WriteDouble(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(8), value);
        output.Advance(8);
    }

    /// <summary>Writes a float as its four bytes.</summary>
    public readonly void WriteSingle(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(output.GetSpan(4), value);
        output.Advance(4);
    }

    /// <summary>Writes a 128-bit integer as its sixteen bytes.</summary>
    public readonly void WriteInt128(Int128 value)
    {
        BinaryPrimitives.WriteInt128LittleEndian(output.GetSpan(16), value);
        output.Advance(16);
    }

    /// <summary>Writes a GUID as its sixteen bytes.</summary>
    public readonly void WriteGuid(Guid value)
    {
        value.TryWriteBytes(output.GetSpan(16));
        output.Advance(16);
    }

    /// <summary>Writes text: in full the first time, by number when it comes again in the same state.</summary>
    public void WriteString(string value)
    {
        strings ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (strings.TryGetValue(value, out var index))
        {
            WriteVarUInt64((ulong)index);
            return;
        }

        WriteVarUInt64((ulong)strings.Count);
        strings.Add(value, strings.Count);
        var length = Encoding.UTF8.GetByteCount(value);
        WriteVarUInt64((ulong)length);
        Encoding.UTF8.GetBytes(value, output.GetSpan(length));
        output.Advance(length);
    }
}
