namespace TypedFeatures.Reference;

/// <summary>How values are ordered: numbers and instants by value, enums by number, text by Unicode code point, GUIDs by their text, vectors number by number.</summary>
internal static class ValueOrder
{
    /// <summary>Compares two values of one column; null comes first.</summary>
    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CompareText(a, b),
        (Guid a, Guid b) => string.CompareOrdinal(a.ToString("D"), b.ToString("D")),
        (float[] a, float[] b) => a.AsSpan().SequenceCompareTo(b),
        _ => ((IComparable)left).CompareTo(right),
    };

    /// <summary>Compares by Unicode code point, which is also the order of the UTF-8 bytes.</summary>
    /// <remarks>
    /// UTF-16 units order the same way but for surrogates: they stand for code points from U+10000 and so come after U+E000 to U+FFFF,
    /// although their units are smaller.
    /// </remarks>
    public static int CompareText(string left, string right)
    {
        var common = Math.Min(left.Length, right.Length);
        for (var i = 0; i < common; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a != b)
            {
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}

/// <summary>The order of <see cref="ValueOrder"/> as comparers of one type.</summary>
internal static class ValueOrder<TValue>
{
    public static readonly IComparer<TValue> Ascending =
        typeof(TValue) == typeof(string) || typeof(TValue) == typeof(Guid)
            ? Comparer<TValue>.Create(static (left, right) => ValueOrder.Compare(left, right))
            : Comparer<TValue>.Default;

    public static readonly IComparer<TValue> Descending =
        Comparer<TValue>.Create(static (left, right) => Ascending.Compare(right, left));
}
