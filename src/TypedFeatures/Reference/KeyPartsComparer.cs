namespace TypedFeatures.Reference;

/// <summary>Entity keys part by part; their values are what stored ones are.</summary>
internal sealed class KeyPartsComparer : IEqualityComparer<object[]>
{
    public static readonly KeyPartsComparer Instance = new();

    public bool Equals(object[]? x, object[]? y) => x is not null && y is not null && x.AsSpan().SequenceEqual(y);

    public int GetHashCode(object[] obj)
    {
        var hash = default(HashCode);
        foreach (var part in obj)
        {
            hash.Add(part);
        }

        return hash.ToHashCode();
    }
}
