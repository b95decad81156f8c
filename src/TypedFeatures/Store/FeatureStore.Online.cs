using System.Collections.Concurrent;
using TypedFeatures.Offline;
using TypedFeatures.Online;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> materializing = new(StringComparer.Ordinal);

    /// <summary>
    /// Builds the online states of a view's entities from the rows known at an instant, and writes them to the online store. Repeating it changes nothing that is read.
    /// Reads go on meanwhile and see each entity before or after its write. One materialization of a view into a namespace runs at a time: this store queues its own callers;
    /// several processes must take turns.
    /// </summary>
    /// <typeparam name="TKey">The entity key.</typeparam>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <param name="view">The view.</param>
    /// <param name="asOf">The knowledge instant (watermark), UTC, in the years 1900 to 2299: rows known by then are in. Reads before it are refused from then on.</param>
    /// <param name="keys">These entities only (those without rows get an empty state); null for all entities with rows. Keys may repeat.</param>
    /// <param name="progress">Told after each batch and at the end.</param>
    /// <param name="cancellationToken">Stops; what was written stays, and running again completes it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="ArgumentException">The instant is of kind Local or out of range.</exception>
    /// <exception cref="SpineException">A key was refused; it names its position.</exception>
    /// <exception cref="WatermarkRegressionException">The online store is at a later instant already.</exception>
    /// <exception cref="InvalidOperationException">The store has no offline engine or no online store, or the view has no plan for the engine.</exception>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    /// <exception cref="OnlineStoreException">The online store failed.</exception>
    public async Task<MaterializationReport> MaterializeAsync<TKey, TFeatures>(
        FeatureView<TKey, TFeatures> view,
        DateTime asOf,
        IEnumerable<TKey>? keys = null,
        IProgress<MaterializationProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(view);
        var watermark = Instant.FromDateTime(asOf);
        var table = new OnlineTable(OnlineStore, settings.OnlineNamespace, view.Descriptor);
        var materializer = new Materializer<TKey, TFeatures>(Offline, table, view, watermark, settings, progress);
        var turn = materializing.GetOrAdd(table.Name, static _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return keys is null
                ? await materializer.RunFullAsync(cancellationToken).ConfigureAwait(false)
                : await materializer.RunPartialAsync(keys, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc cref="MaterializeAsync{TKey, TFeatures}(FeatureView{TKey, TFeatures}, DateTime, IEnumerable{TKey}, IProgress{MaterializationProgress}, CancellationToken)"/>
    public Task<MaterializationReport> MaterializeAsync<TKey, TFeatures>(
        FeatureView<TKey, TFeatures> view, DateTime asOf, CancellationToken cancellationToken)
        where TKey : notnull
        where TFeatures : class =>
        MaterializeAsync(view, asOf, keys: null, progress: null, cancellationToken);

    /// <summary>Reads a view's features from the online store.</summary>
    /// <typeparam name="TKey">The entity key.</typeparam>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <param name="view">The view.</param>
    /// <returns>A reader; cheap, safe for concurrent use, good for as long as the store is open.</returns>
    /// <exception cref="InvalidOperationException">The store has no online store.</exception>
    public OnlineFeatures<TKey, TFeatures> Online<TKey, TFeatures>(FeatureView<TKey, TFeatures> view)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(view);
        return new(view, new OnlineTable(OnlineStore, settings.OnlineNamespace, view.Descriptor), settings.TimeProvider);
    }
}
