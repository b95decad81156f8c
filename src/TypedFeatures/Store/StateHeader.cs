using System.Buffers;
using System.Buffers.Binary;

namespace TypedFeatures;

/// <summary>
/// What every online entry begins with, 25 bytes: the format (1 byte), then, little-endian, the contract hash, the watermark in microseconds since 1970 and the generation (8 bytes each).
/// The state, or for the entry with the empty key the rest of <see cref="ViewHeader"/>, follows.
/// </summary>
/// <param name="Contract">The contract hash of the view that wrote it.</param>
/// <param name="Watermark">The knowledge instant.</param>
/// <param name="Generation">The full materialization it belongs to; 0 before the first.</param>
internal readonly record struct StateHeader(ulong Contract, long Watermark, long Generation)
{
    public const int Length = 25;
    private const byte Format = 1;

    public void Write(IBufferWriter<byte> output)
    {
        var span = output.GetSpan(Length);
        span[0] = Format;
        BinaryPrimitives.WriteUInt64LittleEndian(span[1..], Contract);
        BinaryPrimitives.WriteInt64LittleEndian(span[9..], Watermark);
        BinaryPrimitives.WriteInt64LittleEndian(span[17..], Generation);
        output.Advance(Length);
    }

    /// <summary>Reads the header of an entry.</summary>
    /// <returns>False where the entry is in another version's format.</returns>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public static bool TryRead(ReadOnlySpan<byte> entry, out StateHeader header)
    {
        header = default;
        if (!entry.IsEmpty && entry[0] != Format)
        {
            return false;
        }

        if (entry.Length < Length)
        {
            throw new InvalidDataException("An online entry ends within its header; it was not written by this library or is damaged. Materialize the view again.");
        }

        header = new StateHeader(
            BinaryPrimitives.ReadUInt64LittleEndian(entry[1..]),
            BinaryPrimitives.ReadInt64LittleEndian(entry[9..]),
            BinaryPrimitives.ReadInt64LittleEndian(entry[17..]));
        return true;
    }
}
