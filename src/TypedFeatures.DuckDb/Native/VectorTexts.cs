using System.Runtime.InteropServices;
using System.Text;

namespace TypedFeatures.DuckDb.Native;

/// <summary>Writes texts into a vector. Long ones lie in memory of our own that stays until <see cref="Clear"/>; appending a chunk copies them.</summary>
internal sealed unsafe class VectorTexts
{
    private const int BlockSize = 256 * 1024;

    private readonly byte[] block = Pinned(BlockSize);

    // Where one block is not enough; not kept from chunk to chunk.
    private readonly List<byte[]> more = [];
    private byte[] current;
    private int used;

    public VectorTexts() => current = block;

    public void Clear()
    {
        more.Clear();
        current = block;
        used = 0;
    }

    public void Write(string value, DuckDbString* target)
    {
        // A UTF-16 unit takes one to three bytes of UTF-8.
        if (value.Length <= DuckDbString.LongestInline)
        {
            var bytes = stackalloc byte[3 * DuckDbString.LongestInline];
            var length = Encoding.UTF8.GetBytes(value, new Span<byte>(bytes, 3 * DuckDbString.LongestInline));
            if (length <= DuckDbString.LongestInline)
            {
                // DuckDB compares inline texts as numbers: what follows the text must be zero.
                target->Low = 0;
                target->High = 0;
                target->Length = length;
                new ReadOnlySpan<byte>(bytes, length).CopyTo(new Span<byte>(target->Inline, DuckDbString.LongestInline));
                return;
            }
        }

        WriteLong(value, target);
    }

    private static byte[] Pinned(int size) => GC.AllocateUninitializedArray<byte>(size, pinned: true);

    private void WriteLong(string value, DuckDbString* target)
    {
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (current.Length - used < most)
        {
            current = Pinned(Math.Max(BlockSize, most));
            more.Add(current);
            used = 0;
        }

        var length = Encoding.UTF8.GetBytes(value, current.AsSpan(used));
        var start = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(current, used);
        used += length;
        target->Length = length;
        new ReadOnlySpan<byte>(start, 4).CopyTo(new Span<byte>(target->Inline, 4));
        target->Pointer = start;
    }
}
