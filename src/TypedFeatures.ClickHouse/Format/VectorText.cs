using System.Buffers.Binary;

namespace TypedFeatures.ClickHouse.Format;

/// <summary>
/// Vectors as what ClickHouse calls text: a letter that no JSON begins with, then bytes that order as the vectors do, number by number: each float big-endian,
/// with the sign bit flipped where it is positive and all bits where it is negative.
/// </summary>
internal static class VectorText
{
    private const byte Tag = (byte)'v';
    private const uint Sign = 0x8000_0000;

    /// <summary>How many bytes a vector takes.</summary>
    public static int SizeOf(int length) => 1 + (length * sizeof(float));

    /// <summary>Whether a text is a vector.</summary>
    public static bool Is(ReadOnlySpan<byte> bytes) => bytes is [Tag, ..];

    /// <summary>Writes a vector.</summary>
    /// <returns>How many bytes.</returns>
    public static int Write(ReadOnlySpan<float> vector, Span<byte> bytes)
    {
        bytes[0] = Tag;
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
        var vector = new float[(bytes.Length - 1) / sizeof(float)];
        for (var i = 0; i < vector.Length; i++)
        {
            var ordered = BinaryPrimitives.ReadUInt32BigEndian(bytes[SizeOf(i)..]);
            vector[i] = BitConverter.UInt32BitsToSingle((ordered & Sign) != 0 ? ordered & ~Sign : ~ordered);
        }

        return vector;
    }
}
