using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Offline;

/// <summary>An engine that removes what it holds when it is disposed; see <see cref="IOfflineEngine.OpenScratchAsync"/>.</summary>
/// <param name="inner">The engine; this one disposes it.</param>
/// <param name="remove">Removes its storage after it is disposed.</param>
public sealed class ScratchEngine(IOfflineEngine inner, Func<ValueTask> remove) : IOfflineEngine
{
    private int isDisposed;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public ValueTask<IngestReport> IngestAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class => inner.IngestAsync(source, rows, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default) =>
        inner.GetIngestWatermarkAsync(source, cancellationToken);

    /// <inheritdoc/>
    public ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default) =>
        inner.AdvanceIngestWatermarkAsync(source, watermark, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ITableWriter> CreateParquetAsync(string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        inner.CreateParquetAsync(path, columns, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default) => inner.OpenScratchAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) != 0)
        {
            return;
        }

        try
        {
            await inner.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await remove().ConfigureAwait(false);
        }
    }
}
