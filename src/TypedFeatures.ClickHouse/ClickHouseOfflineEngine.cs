using System.Collections.Concurrent;
using TypedFeatures.ClickHouse.Format;
using TypedFeatures.ClickHouse.Http;
using TypedFeatures.ClickHouse.Ingest;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.ClickHouse;

/// <summary>Keeps sources in a database of a ClickHouse server, and runs plans over them there.</summary>
/// <remarks>
/// A query sees each source as it was committed when the query began, also while an ingestion of this or another process goes on. Ingestions of one process
/// into one source wait for each other; of two processes that ingest into one source at once the second to commit fails, and nothing of it is stored.
/// </remarks>
public sealed class ClickHouseOfflineEngine : IOfflineEngine
{
    // Shared by the engines of this process, which may be on the same database.
    private static readonly ConcurrentDictionary<(string Server, string Database, string Source), SemaphoreSlim> Writers = [];

    private readonly ClickHouseOptions options;
    private readonly ClickHouseClient client;
    private readonly ClickHouseStorage storage;
    private readonly ManifestStore manifests;
    private readonly HashSet<string> finishedSetup = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> swept = [];
    private readonly SemaphoreSlim setup = new(1, 1);
    private bool hasDatabase;
    private bool isDisposed;

    private ClickHouseOfflineEngine(ClickHouseOptions options)
    {
        this.options = options;
        client = new(options);
        storage = new(options.Database);
        manifests = new(client, storage);
    }

    /// <inheritdoc/>
    public string Name => "clickhouse";

    /// <summary>Opens an engine on a server. Nothing is sent yet.</summary>
    /// <exception cref="ArgumentException">The address is not of HTTP, or a setting that plans rely on is set.</exception>
    public static ClickHouseOfflineEngine Open(ClickHouseOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(options.Server);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Database);
        if (!options.Server.IsAbsoluteUri || options.Server.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The server's address is that of its HTTP interface, such as http://127.0.0.1:8123.", nameof(options));
        }

        if (options.Settings.Keys.FirstOrDefault(k => ClickHouseSettings.Required.Any(r => r.Key == k)) is { } fixedSetting)
        {
            throw new ArgumentException($"The setting '{fixedSetting}' is part of what plans mean and cannot be set.", nameof(options));
        }

        return new(options);
    }

    /// <inheritdoc/>
    public async ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await EnsureDatabaseAsync(cancellationToken).ConfigureAwait(false);
        var writer = WriterOf(source.Schema);
        await writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var report = await new Ingestion(client, storage, manifests, source.Schema, options).RunAsync(source, rows, cancellationToken).ConfigureAwait(false);
            if (report.Read > 0 && IsSweepDue(source.Schema))
            {
                await new Sweep(client, storage, manifests, options).RunAsync(source.Schema, CancellationToken.None).ConfigureAwait(false);
            }

            return report;
        }
        finally
        {
            writer.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await RunSetupAsync(query, cancellationToken).ConfigureAwait(false);
        var spine = query.Spine is { } rows ? SpinePayload.Of(rows, cancellationToken) : null;
        var sources = query.Sources.DistinctBy(s => s.Name).ToList();
        var stored = await manifests.ReadAsync(sources, cancellationToken).ConfigureAwait(false);
        var sql = storage.Over(
            query.Sql, [.. sources.Zip(stored, (source, s) => KeyValuePair.Create(source, s.Version == 0 ? null : s.Manifest.Batches))]);
        return new ClickHouseRowCursor(await client.QueryAsync(sql, query.AsOf, spine, cancellationToken).ConfigureAwait(false), cancellationToken);
    }

    /// <summary>The largest ingest time of the rows of a source, in microseconds since 1970; null where there are none or they have no ingest time.</summary>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    public async ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        return (await manifests.ReadAsync([source], cancellationToken).ConfigureAwait(false))[0].Manifest.IngestWatermark;
    }

    /// <inheritdoc/>
    public async ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await EnsureDatabaseAsync(cancellationToken).ConfigureAwait(false);
        var writer = WriterOf(source);
        await writer.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var stored = (await manifests.ReadAsync([source], cancellationToken).ConfigureAwait(false))[0];
            if (stored.Manifest.IngestWatermark is not { } known || known < watermark)
            {
                var next = stored.Manifest with { Signature = ClickHouseSignature.Of(source), IngestWatermark = watermark };
                await client.ExecuteAsync(storage.CreateData(source), cancellationToken).ConfigureAwait(false);
                await manifests.CommitAsync(source, stored.Version + 1, next, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            writer.Release();
        }
    }

    /// <inheritdoc/>
    public ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            "The ClickHouse engine cannot write Parquet files: the server's files are not this machine's. Use the DuckDB engine (UseDuckDb), or write CSV (WriteCsvAsync).");

    /// <inheritdoc/>
    public ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var scratch = options.WithDatabase("typed_features_scratch_" + Guid.NewGuid().ToString("N"));
        return ValueTask.FromResult<IOfflineEngine>(new ScratchEngine(Open(scratch), RemoveAsync));

        async ValueTask RemoveAsync() =>
            await client.ExecuteAsync(new ClickHouseStorage(scratch.Database).DropDatabase, CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (!isDisposed)
        {
            isDisposed = true;
            client.Dispose();
            setup.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    // Nothing comes of age within half the time that it must lie: streams ingest every second, and a sweep is several requests.
    private bool IsSweepDue(SourceSchema source)
    {
        var now = options.TimeProvider.GetUtcNow();
        if (swept.TryGetValue(source.Name, out var last) && now - last < options.ReplacedBatchRetention / 2)
        {
            return false;
        }

        swept[source.Name] = now;
        return true;
    }

    private SemaphoreSlim WriterOf(SourceSchema source) =>
        Writers.GetOrAdd((options.Server.Authority, options.Database, source.Name), static _ => new(1, 1));

    private async Task EnsureDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!hasDatabase)
        {
            await client.ExecuteAsync(storage.CreateDatabase, cancellationToken).ConfigureAwait(false);
            hasDatabase = true;
        }
    }

    private async Task RunSetupAsync(EngineQuery query, CancellationToken cancellationToken)
    {
        if (query.Setup.IsEmpty)
        {
            return;
        }

        await setup.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var statement in query.Setup.Where(s => !finishedSetup.Contains(s)).ToList())
            {
                await client.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
                finishedSetup.Add(statement);
            }
        }
        finally
        {
            setup.Release();
        }
    }
}
