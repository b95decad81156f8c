namespace TypedFeatures.Reference;

/// <summary>The versions of every key of a dimension, in order.</summary>
internal sealed class DimensionIndex<T, TKey> : DimensionLookup<T, TKey>
    where T : class
{
    // A tuple of one lets any key type stand in a dictionary, nullable ones too.
    private readonly Dictionary<ValueTuple<TKey>, List<SourceRow<T>>> versions = [];

    public DimensionIndex(IEnumerable<SourceRow<T>> rows, Func<T, TKey> keyOf, Func<TKey, bool> hasNull)
    {
        foreach (var row in rows)
        {
            // What has a null in its key is left out here, so that an event's key with a null finds nothing.
            var key = keyOf(row.Row);
            if (hasNull(key))
            {
                continue;
            }

            if (!versions.TryGetValue(new(key), out var list))
            {
                versions.Add(new(key), list = []);
            }

            list.Add(row);
        }
    }

    /// <summary>
    /// The greatest row that held at the event time, among those known when the event was known.
    /// A row without ingest time is known from when it holds. Where the greatest has ended by the event time, or is a tombstone, there is none:
    /// it hides the rows below it.
    /// </summary>
    public override T? Find<TEvent>(TKey key, EventRow<TEvent> row, Knowledge knowledge)
    {
        if (!versions.TryGetValue(new(key), out var list))
        {
            return null;
        }

        for (var i = CountUntil(list, row.EventTime) - 1; i >= 0; i--)
        {
            if (knowledge == Knowledge.Everything || list[i].Known <= row.Known)
            {
                return row.EventTime < list[i].Until ? list[i].Row : null;
            }
        }

        return null;
    }

    private static int CountUntil(List<SourceRow<T>> list, long time)
    {
        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Time <= time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
