using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite.Functions;

/// <summary>Counts values and finds the most frequent.</summary>
internal sealed class ModeCounter
{
    private const int MostReused = 1024;

    private readonly Dictionary<long, long> integers = [];
    private readonly Dictionary<double, long> reals = [];
    private readonly Dictionary<byte[], long> texts;
    private readonly Dictionary<byte[], long>.AlternateLookup<ReadOnlySpan<byte>> textsBySpan;

    public ModeCounter()
    {
        texts = new(Utf8Comparer.Instance);
        textsBySpan = texts.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    /// <summary>Counts an integer.</summary>
    public void Add(long value) => CollectionsMarshal.GetValueRefOrAddDefault(integers, value, out _)++;

    /// <summary>Counts a double; −0 is 0.</summary>
    public void Add(double value) => CollectionsMarshal.GetValueRefOrAddDefault(reals, value + 0d, out _)++;

    /// <summary>Counts UTF-8 text.</summary>
    public void Add(ReadOnlySpan<byte> value) => CollectionsMarshal.GetValueRefOrAddDefault(textsBySpan, value, out _)++;

    /// <summary>Forgets all, unless it has grown so much that a new counter is cheaper.</summary>
    public bool TryClear()
    {
        if (integers.Count + reals.Count + texts.Count > MostReused)
        {
            return false;
        }

        integers.Clear();
        reals.Clear();
        texts.Clear();
        return true;
    }

    /// <summary>Gives the most frequent value as a function's result.</summary>
    public unsafe void Return(nint context)
    {
        MergeEqualNumbers();
        var (integer, integerCount) = Best(integers, static (a, b) => a.CompareTo(b));
        var (real, realCount) = Best(reals, static (a, b) => a.CompareTo(b));
        var (text, textCount) = Best(texts, static (a, b) => a.AsSpan().SequenceCompareTo(b));
        if (textCount > Math.Max(integerCount, realCount))
        {
            fixed (byte* start = text)
            {
                var empty = default(byte);
                Sqlite3.ResultText(context, start is null ? &empty : start, text!.Length, Sqlite3.Transient);
            }
        }
        else if (integerCount > realCount || (integerCount == realCount && NativeValue.CompareNumbers(integer, real) < 0))
        {
            Sqlite3.ResultInt64(context, integer);
        }
        else
        {
            Sqlite3.ResultDouble(context, real);
        }
    }

    // A column of one type never mixes; an expression may, and 1 and 1.0 are then one value.
    private void MergeEqualNumbers()
    {
        if (integers.Count == 0 || reals.Count == 0)
        {
            return;
        }

        foreach (var (real, count) in reals.ToArray())
        {
            var integer = real is >= -9_223_372_036_854_775_808d and < 9_223_372_036_854_775_808d ? (long)real : 0;
            if (integer == real && integers.Remove(integer, out var more))
            {
                reals[real] = count + more;
            }
        }
    }

    private static (T? Value, long Count) Best<T>(Dictionary<T, long> counts, Comparison<T> comparison)
        where T : notnull
    {
        var best = default(T);
        var most = 0L;
        foreach (var (value, count) in counts)
        {
            if (count > most || (count == most && comparison(value, best!) < 0))
            {
                (best, most) = (value, count);
            }
        }

        return (best, most);
    }

    private sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8Comparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
