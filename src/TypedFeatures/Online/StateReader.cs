using System.Buffers.Binary;
using System.Text;

namespace TypedFeatures.Online;

/// <summary>Reads what <see cref="StateWriter"/> wrote, in the same order.</summary>
/// <param name="input">The bytes.</param>
public ref struct StateReader(ReadOnlySpan<byte> input)
{
    /// <summary>How many flags one word has.</summary>
    internal const int FlagsPerWord = 64;

    // Bytes that are no text are damage, never replacement characters.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

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
            if (shift == 63 && part > 1)
            {
                break;
            }

            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damaged("an integer longer than 64 bits");
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
            : throw Damaged("a count of more items than it has bytes");
    }

    /// <summary>Reads a number of things that do not follow.</summary>
    public long ReadTally()
    {
        var value = ReadVarUInt64();
        return value <= long.MaxValue ? (long)value : throw Damaged("a number of rows that does not fit");
    }

    /// <summary>Reads a truth value.</summary>
    public bool ReadBoolean() => Take(1)[0] switch
    {
        0 => false,
        1 => true,
        _ => throw Damaged("a truth value that is neither true nor false"),
    };

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

        if (index > (ulong)strings.Count)
        {
            throw Damaged("a reference to text it does not hold");
        }

        try
        {
            var value = Utf8.GetString(Take(ReadCount()));
            strings.Add(value);
            return value;
        }
        catch (DecoderFallbackException exception)
        {
            throw Damaged("text that is not UTF-8", exception);
        }
    }

    /// <summary>Reads up to 64 flags, lowest first.</summary>
    /// <param name="count">How many may be set.</param>
    /// <exception cref="InvalidDataException">Another is set.</exception>
    public ulong ReadFlags(int count)
    {
        var flags = ReadVarUInt64();
        return count == FlagsPerWord || flags >> count == 0 ? flags : throw Damaged("a flag it cannot have");
    }

    /// <summary>Reads what <see cref="StateWriter.WriteInstant"/> wrote.</summary>
    /// <param name="origin">The same origin, in microseconds since 1970.</param>
    /// <exception cref="InvalidDataException">The instant lies outside the years 1900 to 2299.</exception>
    public long ReadInstant(long origin)
    {
        var distance = ReadVarInt64();
        return distance >= Instant.Min - origin && distance <= Instant.Max - origin
            ? origin + distance
            : throw Damaged("an instant outside the years 1900 to 2299");
    }

    /// <summary>Makes sure that everything was read.</summary>
    /// <exception cref="InvalidDataException">Bytes are left.</exception>
    public readonly void ExpectEnd()
    {
        if (!IsAtEnd)
        {
            throw Damaged("more bytes than it should");
        }
    }

    /// <summary>The error for bytes that cannot have been written here.</summary>
    /// <param name="what">What the state holds, as the object of a sentence.</param>
    /// <param name="innerException">What noticed it.</param>
    internal static InvalidDataException Damaged(string what, Exception? innerException = null) =>
        new($"A state holds {what}; it was not written by this library or is damaged. Materialize the view again.", innerException);

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > rest.Length)
        {
            throw new InvalidDataException("A state ends too early; it was not written by this library or is damaged. Materialize the view again.");
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}
