using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Parity;

/// <summary>An engine that outlives the stores that use it.</summary>
public sealed class KeptEngine(IOfflineEngine inner) : IOfflineEngine
{
    public string Name => inner.Name;

    public ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class => inner.IngestAsync(source, rows, cancellationToken);

    public ValueTask<long?> GetIngestWatermarkAsync(Plans.SourceSchema source, CancellationToken cancellationToken = default) =>
        inner.GetIngestWatermarkAsync(source, cancellationToken);

    public ValueTask AdvanceIngestWatermarkAsync(Plans.SourceSchema source, long watermark, CancellationToken cancellationToken = default) =>
        inner.AdvanceIngestWatermarkAsync(source, watermark, cancellationToken);

    public ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        inner.CreateParquetAsync(path, columns, cancellationToken);

    public ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default) => inner.OpenScratchAsync(cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
