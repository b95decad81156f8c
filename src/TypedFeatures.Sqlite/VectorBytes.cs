using System.Buffers.Binary;

namespace TypedFeatures.Sqlite;

/// <summary>
/// Vectors as bytes that order as the vectors do, number by number: each float big-endian, with the sign bit flipped where it is positive and all bits where it is negative.
/// Every float, an infinity of a total included, keeps its bits.
/// </summary>
internal static class VectorBytes
{
    private const uint Sign = 0x8000_0000;

    /// <summary>How many bytes a vector takes.</summary>
    public static int SizeOf(int length) => length * sizeof(float);

    /// <summary>Writes a vector.</summary>
    /// <returns>How many bytes.</returns>
    public static int Write(ReadOnlySpan<float> vector, Span<byte> bytes)
    {
        for (var i = 0; i < vector.Length; i++)
        {
            var bits = BitConverter.SingleToUInt32Bits(vector[i]);
            BinaryPrimitives.WriteUInt32BigEndian(bytes[SizeOf(i)..], (bits & Sign) == 0 ? bits | Sign : ~bits);
        }

        return SizeOf(vector.Length);
    }

    /// <summary>Reads a vector.</summary>
    public static float[] Read(ReadOnlySpan<byte> bytes)
    {
        var vector = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = At(bytes, i);
        }

        return vector;
    }

    /// <summary>One number of a vector.</summary>
    public static float At(ReadOnlySpan<byte> bytes, int index)
    {
        var ordered = BinaryPrimitives.ReadUInt32BigEndian(bytes[SizeOf(index)..]);
        return BitConverter.UInt32BitsToSingle((ordered & Sign) != 0 ? ordered & ~Sign : ~ordered);
    }
}
