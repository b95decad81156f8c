using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>The snapshots of a view on a grid: each is made when a row first asks for it.</summary>
/// <param name="every">How far apart they are, in microseconds.</param>
/// <param name="snapshotAt">The snapshot of a moment.</param>
internal sealed class SnapshotRows<T>(long every, Func<ReferenceMoment, IReadOnlyList<T>> snapshotAt) : DimensionRows<T>
    where T : class
{
    public override DimensionLookup<T, TKey> IndexBy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TKey>(Func<T, TKey> key) =>
        new SnapshotIndex<T, TKey>(every, snapshotAt, key, KeyParts.HasNull);
}

/// <summary>The rows of each snapshot by key.</summary>
internal sealed class SnapshotIndex<T, TKey>(
    long every, Func<ReferenceMoment, IReadOnlyList<T>> snapshotAt, Func<T, TKey> keyOf, Func<TKey, bool> hasNull) : DimensionLookup<T, TKey>
    where T : class
{
    // A tuple of one lets any key type stand in a dictionary, nullable ones too.
    private readonly Dictionary<long, Dictionary<ValueTuple<TKey>, T>> snapshots = [];

    /// <summary>The row of the last snapshot taken by the event time and by when the event was known, which is its event time where everything is known.</summary>
    public override T? Find<TEvent>(TKey key, EventRow<TEvent> row, Knowledge knowledge)
    {
        var instant = Instant.FloorTo(Math.Min(row.EventTime, row.Known), every);

        // Before the first instant there is nothing to be found.
        if (instant < Instant.Min || hasNull(key))
        {
            return null;
        }

        if (!snapshots.TryGetValue(instant, out var rows))
        {
            rows = snapshotAt(new ReferenceMoment(Instant.ToDateTime(instant), knowledge: knowledge)).ToDictionary(found => new ValueTuple<TKey>(keyOf(found)));
            snapshots.Add(instant, rows);
        }

        return rows.GetValueOrDefault(new(key));
    }
}
