using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>
/// A feature that is a small map, sorted by key as the language orders values (text by Unicode code point, enums by value): what <c>CountBy</c> and <c>SumBy</c>
/// give. It never changes, and maps are equal where their entries are, so that records with maps compare by value.
/// </summary>
/// <typeparam name="TKey">The type of the keys: a scalar of the language.</typeparam>
/// <typeparam name="TValue">The type of the values: <see cref="long"/> or <see cref="double"/>.</typeparam>
public sealed class FeatureMap<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IReadOnlyList<KeyValuePair<TKey, TValue>>, IEquatable<FeatureMap<TKey, TValue>>, IMapOfNumbers
    where TKey : notnull
    where TValue : struct
{
    private readonly TKey[] keys;
    private readonly TValue[] values;

    /// <param name="keys">In order, each once.</param>
    /// <param name="values">As many.</param>
    internal FeatureMap(TKey[] keys, TValue[] values)
    {
        this.keys = keys;
        this.values = values;
        Keys = new FeatureList<TKey>(keys);
        Values = new FeatureList<TValue>(values);
    }

    /// <summary>The map without entries.</summary>
    public static FeatureMap<TKey, TValue> Empty { get; } = new([], []);

    /// <summary>The number of entries.</summary>
    public int Count => keys.Length;

    /// <summary>The keys in order.</summary>
    public FeatureList<TKey> Keys { get; }

    /// <summary>The values in order of their keys.</summary>
    public FeatureList<TValue> Values { get; }

    bool IMapOfNumbers.IsFinite => values is not double[] numbers || Array.TrueForAll(numbers, double.IsFinite);

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    /// <summary>The value of a key.</summary>
    /// <exception cref="KeyNotFoundException">The key has none.</exception>
    public TValue this[TKey key] => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException("The map has no such key.");

    KeyValuePair<TKey, TValue> IReadOnlyList<KeyValuePair<TKey, TValue>>.this[int index] => new(Keys[index], Values[index]);

    /// <summary>Whether both have the same entries.</summary>
    public static bool operator ==(FeatureMap<TKey, TValue>? left, FeatureMap<TKey, TValue>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>The negation of equality.</summary>
    public static bool operator !=(FeatureMap<TKey, TValue>? left, FeatureMap<TKey, TValue>? right) => !(left == right);

    /// <inheritdoc/>
    public bool ContainsKey(TKey key) => IndexOf(key) >= 0;

    /// <inheritdoc/>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        var index = IndexOf(key);
        value = index < 0 ? default : values[index];
        return index >= 0;
    }

    /// <summary>The value of a key; the default of its type (0) where the key has none.</summary>
    public TValue GetValueOrDefault(TKey key) => TryGetValue(key, out var value) ? value : default;

    /// <inheritdoc/>
    public bool Equals(FeatureMap<TKey, TValue>? other) =>
        ReferenceEquals(this, other) || (other is not null && Keys.Equals(other.Keys) && Values.Equals(other.Values));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FeatureMap<TKey, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Keys, Values);

    /// <inheritdoc/>
    public override string ToString() =>
        "{" + string.Join(", ", this.Select(static entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key}: {entry.Value}"))) + "}";

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
    {
        for (var i = 0; i < keys.Length; i++)
        {
            yield return new(keys[i], values[i]);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(TKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Array.BinarySearch(keys, key, ValueOrder<TKey>.Ascending);
    }
}

/// <summary>A map, whatever its types.</summary>
internal interface IMapOfNumbers
{
    /// <summary>Whether no value is infinite or not a number.</summary>
    bool IsFinite { get; }
}

/// <summary>Makes maps.</summary>
public static class FeatureMap
{
    /// <summary>A map with the given entries, in any order.</summary>
    /// <exception cref="ArgumentException">A key is null, or comes twice.</exception>
    public static FeatureMap<TKey, TValue> Create<TKey, TValue>(params IEnumerable<KeyValuePair<TKey, TValue>> entries)
        where TKey : notnull
        where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(entries);
        var pairs = entries.ToArray();
        if (pairs.Any(static pair => pair.Key is null))
        {
            throw new ArgumentException("A map feature has no null key; leave it out.", nameof(entries));
        }

        var order = ValueOrder<TKey>.Ascending;
        Array.Sort(pairs, (left, right) => order.Compare(left.Key, right.Key));
        for (var i = 1; i < pairs.Length; i++)
        {
            if (order.Compare(pairs[i - 1].Key, pairs[i].Key) == 0)
            {
                throw new ArgumentException("A map feature has each key once.", nameof(entries));
            }
        }

        return pairs.Length == 0
            ? FeatureMap<TKey, TValue>.Empty
            : new([.. pairs.Select(static pair => pair.Key)], [.. pairs.Select(static pair => pair.Value)]);
    }
}
