using System.ComponentModel;
using TypedFeatures.Offline;
using TypedFeatures.Online;
using TypedFeatures.Sources;

namespace TypedFeatures.Keys;

/// <summary>What is done with entity keys, whatever their parts; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EntityKeys
{
    /// <summary>Takes keys apart for the reference.</summary>
    /// <typeparam name="TKey">The key.</typeparam>
    /// <typeparam name="TParts">Its parts.</typeparam>
    /// <param name="keys">The keys; may repeat.</param>
    /// <param name="order">The place of each part among the parts returned, for each which of the declared ones it is; the declared order where empty.</param>
    /// <exception cref="ArgumentException">A decimal has more digits than declared.</exception>
    public static IReadOnlyList<object[]> PartsOf<TKey, TParts>(IReadOnlyList<TKey> keys, params int[] order)
        where TKey : notnull
        where TParts : IKeyParts<TKey>
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(order);
        return [.. keys.Select(key => PartsOf<TKey, TParts>(key, order))];
    }

    /// <summary>How messages call a part.</summary>
    internal static string NameOf(string property) => "The entity key " + property;

    /// <summary>The key in the columns of a result.</summary>
    internal static TKey Read<TKey, TParts>(RowCursor row, int firstColumn)
        where TKey : notnull
        where TParts : IKeyParts<TKey>
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new ReadParts(row, firstColumn);
        return TParts.Visit(default!, ref parts);
    }

    /// <summary>The key as columns.</summary>
    internal static void Write<TKey, TParts>(TKey key, RowWriter writer)
        where TKey : notnull
        where TParts : IKeyParts<TKey>
    {
        ArgumentNullException.ThrowIfNull(writer);
        var parts = new WrittenParts(writer);
        TParts.Visit(key, ref parts);
    }

    /// <summary>The key as bytes, different for different keys.</summary>
    internal static void Encode<TKey, TParts>(TKey key, ref StateWriter writer)
        where TKey : notnull
        where TParts : IKeyParts<TKey>
    {
        var parts = new EncodedParts(writer);
        TParts.Visit(key, ref parts);
        writer = parts.Writer;
    }

    private static object[] PartsOf<TKey, TParts>(TKey key, int[] order)
        where TKey : notnull
        where TParts : IKeyParts<TKey>
    {
        var declared = new List<object>();
        var parts = new BoxedParts(declared);
        TParts.Visit(key, ref parts);
        return order.Length == 0 ? [.. declared] : Array.ConvertAll(order, index => declared[index]);
    }
}
