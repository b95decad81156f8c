using System.Runtime.CompilerServices;
using TypedFeatures.Offline;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    /// <summary>The features of every found entity at one instant, for scoring all of them; in no promised order.</summary>
    /// <typeparam name="TKey">The entity key.</typeparam>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <param name="view">The view.</param>
    /// <param name="asOf">The instant, UTC, in the years 1900 to 2299.</param>
    /// <returns>The features; the query runs when they are enumerated.</returns>
    /// <exception cref="ArgumentException">The instant is of kind Local or out of range.</exception>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or the view has no plan for it.</exception>
    public IAsyncEnumerable<TFeatures> Snapshot<TKey, TFeatures>(FeatureView<TKey, TFeatures> view, DateTime asOf)
        where TKey : notnull
        where TFeatures : class =>
        SnapshotWithKeys(view, asOf).Select(static entity => entity.Features);

    /// <summary>The features of every found entity at one instant beside the entity's key; in no promised order.</summary>
    /// <inheritdoc cref="Snapshot{TKey, TFeatures}(FeatureView{TKey, TFeatures}, DateTime)"/>
    public IAsyncEnumerable<(TKey Key, TFeatures Features)> SnapshotWithKeys<TKey, TFeatures>(FeatureView<TKey, TFeatures> view, DateTime asOf)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(view);
        var engine = Offline;
        var plans = view.Descriptor.PlansFor(engine.Name);
        var query = new EngineQuery(plans.Snapshot, view.Descriptor.Sources) { AsOf = Instant.FromDateTime(asOf), Setup = plans.Setup };
        return ReadSnapshotAsync(engine, view, query);
    }

    private static async IAsyncEnumerable<(TKey Key, TFeatures Features)> ReadSnapshotAsync<TKey, TFeatures>(
        IOfflineEngine engine, FeatureView<TKey, TFeatures> view, EngineQuery query, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TKey : notnull
        where TFeatures : class
    {
        var firstFeature = view.Descriptor.Keys.Count;
        var cursor = await engine.QueryAsync(query, cancellationToken).ConfigureAwait(false);
        await using (cursor.ConfigureAwait(false))
        {
            while (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var key = view.ReadKey(cursor, firstColumn: 0);
                yield return (key, view.ReadFeatures(key, cursor, firstFeature));
            }
        }
    }
}
