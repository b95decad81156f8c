using TypedFeatures.ClickHouse;
using TypedFeatures.ClickHouse.Tests;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Parity;

/// <summary>An engine on a database of its own, which goes with it: a run opens hundreds, and each table costs its server memory.</summary>
internal sealed class ScratchClickHouse(ClickHouseServer server, string database, ClickHouseOfflineEngine inner) : IOfflineEngine
{
    public string Name => inner.Name;

    public static async ValueTask<IOfflineEngine> OpenAsync()
    {
        var server = await ClickHouseServer.Next;
        var database = ClickHouseServer.NewDatabase();
        return new ScratchClickHouse(server, database, ClickHouseOfflineEngine.Open(new ClickHouseOptions { Server = server.Uri, Database = database }));
    }

    public ValueTask<IngestReport> IngestAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class => inner.IngestAsync(source, rows, cancellationToken);

    public ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default) =>
        inner.GetIngestWatermarkAsync(source, cancellationToken);

    public ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default) =>
        inner.AdvanceIngestWatermarkAsync(source, watermark, cancellationToken);

    public ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default) => inner.QueryAsync(query, cancellationToken);

    public ValueTask<ITableWriter> CreateParquetAsync(string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        inner.CreateParquetAsync(path, columns, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        using var http = new HttpClient();
        using var statement = new StringContent($"DROP DATABASE IF EXISTS {database}");
        using var answer = await http.PostAsync(server.Uri, statement);
    }
}
