using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>The key of a row; false where it has none.</summary>
internal delegate bool RowKey<T, TKey>(T row, [MaybeNullWhen(false)] out TKey key);

/// <summary>Makes groups; the type parameters that trimming must know stay here.</summary>
internal static class ReferenceGroups
{
    public static FeatureGroups<TKey, TElement> Create<
        T, [DynamicallyAccessedMembers(KeyParts.Members)] TKey, TElement>(
        Events<T> events, RowKey<T, TKey> key, Func<T, TElement> element)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(element);
        return new ReferenceGroups<T, TKey, TElement>(events, key, element, GroupKey.FromParts<TKey>, KeyParts.HasNull);
    }
}

/// <summary>Collects the rows of the entities asked for.</summary>
internal sealed class ReferenceGroups<T, TKey, TElement>(
    Events<T> events, RowKey<T, TKey> rowKey, Func<T, TElement> element, Func<object?[], TKey> keyFromParts, Func<TKey, bool> hasNull)
    : FeatureGroups<TKey, TElement>(events.Moment)
    where TKey : notnull
{
    internal override IReadOnlyList<History<TKey, TElement>> HistoriesOf(IReadOnlyList<object?[]> keys)
    {
        var wanted = keys.Select(keyFromParts).ToArray();
        var rowsByKey = new Dictionary<TKey, List<EventRow<T>>>();
        foreach (var key in wanted)
        {
            rowsByKey.TryAdd(key, []);
        }

        // A wanted key has no null in any part, so rows that have one are of no entity.
        foreach (var row in events.Rows)
        {
            if (rowKey(row.Value, out var key) && rowsByKey.TryGetValue(key, out var rows))
            {
                rows.Add(row);
            }
        }

        return [.. wanted.Select(key => HistoryOf(key, rowsByKey[key]))];
    }

    internal override IEnumerable<History<TKey, TElement>> FoundWithin(IReadOnlyList<LookBack> lookBacks)
    {
        var rowsByKey = new Dictionary<TKey, List<EventRow<T>>>();
        foreach (var row in events.Rows)
        {
            if (rowKey(row.Value, out var key) && !hasNull(key))
            {
                rowsByKey.TryAdd(key, []);
                rowsByKey[key].Add(row);
            }
        }

        bool IsSeen(EventRow<T> row) => lookBacks.Count == 0 || lookBacks.Any(lookBack => lookBack.Reaches(row.EventTime, Moment.AsOf));
        return rowsByKey.Where(entity => entity.Value.Exists(IsSeen)).Select(entity => HistoryOf(entity.Key, entity.Value));
    }

    // Elements are made for rows inside a window only.
    private History<TKey, TElement> HistoryOf(TKey key, List<EventRow<T>> rows) => new(
        key,
        Moment,
        [.. rows.Select(row => row.EventTime)],
        (first, end) => [.. rows.Take(first..end).Select(row => element(row.Value))]);
}
