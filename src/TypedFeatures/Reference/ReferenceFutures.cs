using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>Collects the rows of the entities a label is asked for.</summary>
internal static class ReferenceFutures
{
    public static LabelGroups<TKey, TElement> Create<
        T, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TKey, TElement>(
        Outcomes<T> outcomes, RowKey<T, TKey> rowKey, Func<T, TElement> element)
        where TKey : notnull
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        ArgumentNullException.ThrowIfNull(element);
        return new LabelGroups<TKey, TElement>(FuturesOf);

        IReadOnlyList<Future<TKey, TElement>> FuturesOf(LabelMoment moment, IReadOnlyList<object?[]> keys)
        {
            var wanted = keys.Select(GroupKey.FromParts<TKey>).ToArray();
            var rowsByKey = wanted.Distinct().ToDictionary(static key => key, static _ => new List<EventRow<T>>());
            foreach (var row in outcomes.Rows.Rows)
            {
                if (rowKey(row.Value, out var key) && rowsByKey.TryGetValue(key, out var rows))
                {
                    rows.Add(row);
                }
            }

            // The definition's element selector runs for rows inside a window only, as it does for features.
            return
            [
                .. wanted.Select(key => new Future<TKey, TElement>(
                    key,
                    moment,
                    until =>
                    [
                        .. rowsByKey[key].TakeWhile(row => row.EventTime <= until).Select(row => (element(row.Value), row.EventTime)),
                    ])),
            ];
        }
    }
}
