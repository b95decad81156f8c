using System.Buffers.Binary;
using System.Text;

namespace TypedFeatures.Online;

/// <summary>Reads what <see cref="StateWriter"/> wrote, in the same order.</summary>
/// <param name="input">The bytes.</param>
public ref struct StateReader(ReadOnlySpan<byte> input)
{
    private ReadOnlySpan<byte> rest = input;
    private List<string>? strings;

    /// <summary>Whether everything was read.</summary>
    public readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>Reads an unsigned integer.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early or the integer is longer than 64 bits.</exception>
    public ulong ReadVarUInt64()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A state holds an integer longer than 64 bits; it was not written by this library or is damaged.");
    }

    /// <summary>Reads a signed integer.</summary>
    public long ReadVarInt64()
    {
        var value = ReadVarUInt64();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>Reads a count of items that follow, each at least one byte, so that damaged bytes cannot ask for endless memory.</summary>
    public int ReadCount()
    {
        var value = ReadVarUInt64();
        return value <= (ulong)rest.Length
            ? (int)value
            : throw new InvalidDataException("A state names more items than it has bytes; it was not written by this library or is damaged.");
    }

    /// <summary>Reads a truth value.</summary>
    public bool ReadBoolean() => Take(1)[0] != 0;

    /// <summary>Reads a double.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>Reads a float.</summary>
    public float ReadSingle() => BinaryPrimitives.ReadSingleLittleEndian(Take(4));

    /// <summary>Reads a 128-bit integer.</summary>
    public Int128 ReadInt128() => BinaryPrimitives.ReadInt128LittleEndian(Take(16));

    /// <summary>Reads a GUID.</summary>
    public Guid ReadGuid() => new(Take(16));

    /// <summary>Reads text.</summary>
    public string ReadString()
    {
        strings ??= [];
        var index = ReadVarUInt64();
        if (index < (ulong)strings.Count)
        {
            return strings[(int)index];
        }

        var value = Encoding.UTF8.GetString(Take(ReadCount()));
        strings.Add(value);
        return value;
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new InvalidDataException("A state ends too early; it was not written by this library or is damaged.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
