using System.Runtime.CompilerServices;
using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    /// <summary>
    /// Appends rows to their source in the offline engine, all or nothing. Sending a row again changes nothing, so a failed call is simply repeated.
    /// </summary>
    /// <typeparam name="T">A record marked as an event or dimension source.</typeparam>
    /// <param name="rows">The rows, in any order; read once, never held in memory together.</param>
    /// <param name="progress">Told from time to time, and at the end, how many rows were read.</param>
    /// <param name="cancellationToken">Stops; nothing is stored then.</param>
    /// <returns>What became of the rows.</returns>
    /// <exception cref="IngestException">A row was refused; it names the row's position and field. Nothing was stored.</exception>
    /// <exception cref="OfflineEngineException">The engine failed. Nothing was stored.</exception>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or <typeparamref name="T"/> is not a known source.</exception>
    public Task<IngestReport> IngestAsync<T>(
        IEnumerable<T> rows, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        return IngestAsync(rows.ToAsyncEnumerable(), progress, cancellationToken);
    }

    /// <inheritdoc cref="IngestAsync{T}(IEnumerable{T}, IProgress{long}, CancellationToken)"/>
    public Task<IngestReport> IngestAsync<T>(IEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class =>
        IngestAsync(rows, progress: null, cancellationToken);

    /// <inheritdoc cref="IngestAsync{T}(IEnumerable{T}, IProgress{long}, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public async Task<IngestReport> IngestAsync<T>(
        IAsyncEnumerable<T> rows, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        var source = SourceRegistry.Get<T>();
        return await Offline.IngestAsync(source, Counted(source, rows, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc cref="IngestAsync{T}(IEnumerable{T}, IProgress{long}, CancellationToken)"/>
    [OverloadResolutionPriority(1)]
    public Task<IngestReport> IngestAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class =>
        IngestAsync(rows, progress: null, cancellationToken);

    private static async IAsyncEnumerable<T> Counted<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, IProgress<long>? progress, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var meter = new Meter<long>(progress, count => count);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return row ?? throw new IngestException(source.Schema.Name, meter.Count, "row", "is null; leave it out.");
            meter.Add();
        }

        meter.Finish();
    }
}
