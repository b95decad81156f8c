using System.Collections;
using System.Runtime.CompilerServices;

namespace TypedFeatures;

/// <summary>
/// A feature that is a list of scalars, none of them null: what <c>FirstK</c>, <c>LatestK</c> and <c>TopK</c> give. It never changes, and lists are equal where
/// their items are, in the same order, so that records with lists compare by value.
/// </summary>
/// <typeparam name="T">The type of the items: a scalar of the language.</typeparam>
[CollectionBuilder(typeof(FeatureList), nameof(FeatureList.Create))]
public sealed class FeatureList<T> : IReadOnlyList<T>, IEquatable<FeatureList<T>>
    where T : notnull
{
    private readonly T[] items;

    internal FeatureList(T[] items) => this.items = items;

    /// <summary>The list without items.</summary>
    public static FeatureList<T> Empty { get; } = new([]);

    /// <summary>The number of items.</summary>
    public int Count => items.Length;

    /// <summary>The item at a place, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    public T this[int index] => (uint)index < (uint)items.Length
        ? items[index]
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"The list has {items.Length} items.");

    /// <summary>Whether both have the same items in the same order.</summary>
    public static bool operator ==(FeatureList<T>? left, FeatureList<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>The negation of equality.</summary>
    public static bool operator !=(FeatureList<T>? left, FeatureList<T>? right) => !(left == right);

    /// <summary>The items without a copy.</summary>
    public ReadOnlySpan<T> AsSpan() => items;

    /// <summary>A copy of the items.</summary>
    public T[] ToArray() => [.. items];

    /// <inheritdoc/>
    public bool Equals(FeatureList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && items.AsSpan().SequenceEqual(other.items, EqualityComparer<T>.Default));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() => "[" + string.Join(", ", items) + "]";

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

/// <summary>Makes lists, also from collection expressions: <c>FeatureList&lt;string&gt; latest = ["tea", "coffee"];</c>.</summary>
public static class FeatureList
{
    /// <summary>A list with a copy of <paramref name="items"/>.</summary>
    /// <exception cref="ArgumentException">An item is null.</exception>
    public static FeatureList<T> Create<T>(ReadOnlySpan<T> items)
        where T : notnull
    {
        if (items.IsEmpty)
        {
            return FeatureList<T>.Empty;
        }

        foreach (var item in items)
        {
            if (item is null)
            {
                throw new ArgumentException("A list feature holds no null; leave it out.", nameof(items));
            }
        }

        return new FeatureList<T>(items.ToArray());
    }
}
