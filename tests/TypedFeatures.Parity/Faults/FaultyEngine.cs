using TypedFeatures.Offline;
using TypedFeatures.Sources;

namespace TypedFeatures.Parity;

/// <summary>An engine with a fault planted around it.</summary>
public sealed class FaultyEngine(IOfflineEngine inner, Fault fault) : IOfflineEngine
{
    private readonly HashSet<string> seen = [];

    public string Name => inner.Name;

    public ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class =>
        inner.IngestAsync(source, fault.Rows is { } mutate ? Mutate(rows, mutate) : rows, cancellationToken);

    public ValueTask<long?> GetIngestWatermarkAsync(Plans.SourceSchema source, CancellationToken cancellationToken = default) =>
        inner.GetIngestWatermarkAsync(source, cancellationToken);

    public ValueTask AdvanceIngestWatermarkAsync(Plans.SourceSchema source, long watermark, CancellationToken cancellationToken = default) =>
        inner.AdvanceIngestWatermarkAsync(source, watermark, cancellationToken);

    public async ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
    {
        if (fault.Sql is { } rewrite)
        {
            var sql = rewrite(query.Sql);
            fault.Happened |= sql != query.Sql;
            query = query with { Sql = sql };
        }

        var cursor = await inner.QueryAsync(query, cancellationToken);
        return fault.Feed is { } feed && !query.Sql.Contains("features AS (", StringComparison.Ordinal) ? feed(cursor) : cursor;
    }

    public ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        inner.CreateParquetAsync(path, columns, cancellationToken);

    /// <summary>The fault is in the plans, so a scratch engine has it, too.</summary>
    public async ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default) =>
        new FaultyEngine(await inner.OpenScratchAsync(cancellationToken), fault);

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async IAsyncEnumerable<T> Mutate<T>(IAsyncEnumerable<T> rows, Func<HashSet<string>, object, object?> mutate)
        where T : class
    {
        await foreach (var row in rows)
        {
            var mutated = (T?)mutate(seen, row);
            fault.Happened |= !ReferenceEquals(mutated, row);
            if (mutated is not null)
            {
                yield return mutated;
            }
        }
    }
}
