namespace TypedFeatures.Online;

/// <summary>Compares keys by their bytes.</summary>
internal sealed class KeyBytes : IEqualityComparer<ReadOnlyMemory<byte>>
{
    public static readonly KeyBytes Comparer = new();

    public bool Equals(ReadOnlyMemory<byte> x, ReadOnlyMemory<byte> y) => x.Span.SequenceEqual(y.Span);

    public int GetHashCode(ReadOnlyMemory<byte> obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(obj.Span);
        return hash.ToHashCode();
    }
}
