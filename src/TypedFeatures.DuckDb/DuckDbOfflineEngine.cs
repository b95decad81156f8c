using TypedFeatures.DuckDb.Ingest;
using TypedFeatures.DuckDb.Lake;
using TypedFeatures.DuckDb.Native;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.DuckDb;

/// <summary>Keeps sources as Parquet in a lake folder and runs plans over them in DuckDB, within this process.</summary>
/// <remarks>
/// A query sees each source as it was committed when the query began, also while an ingestion of this or another process goes on.
/// One process at a time may ingest into a source; ingestions of one process wait for each other.
/// </remarks>
public sealed class DuckDbOfflineEngine : IOfflineEngine
{
    private readonly DuckDbOptions options;
    private readonly DuckDbDatabase database;
    private readonly string lake;
    private readonly string scratch;
    private readonly bool ownsScratch;
    private readonly SemaphoreSlim setup = new(1, 1);
    private readonly HashSet<string> setUp = [];
    private int disposed;

    private DuckDbOfflineEngine(DuckDbOptions options, DuckDbDatabase database, string lake, string scratch)
    {
        this.options = options;
        this.database = database;
        this.lake = lake;
        this.scratch = scratch;
        ownsScratch = options.ScratchFolder is null;
    }

    /// <inheritdoc/>
    public string Name => "duckdb";

    /// <summary>Opens an engine over a lake folder. Nothing is read or written yet.</summary>
    /// <exception cref="ArgumentException">The folder's path has a character that DuckDB takes for a pattern, or a size is not positive.</exception>
    /// <exception cref="OfflineEngineException">DuckDB's native library is not available, or it refused a setting.</exception>
    public static DuckDbOfflineEngine Open(DuckDbOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.LakeFolder);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MemoryLimit ?? 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Threads ?? 1);
        var lake = Path.GetFullPath(options.LakeFolder);
        if (lake.AsSpan().IndexOfAny("*?[]{}") >= 0)
        {
            throw new ArgumentException($"The lake folder '{lake}' has one of * ? [ ] {{ }}, which DuckDB takes for a pattern; use another folder.", nameof(options));
        }

        var scratch = options.ScratchFolder is { } chosen
            ? Path.GetFullPath(chosen)
            : Path.Combine(Path.GetTempPath(), "typedfeatures-duckdb-" + Guid.NewGuid().ToString("N"));
        return new(options, DuckDbDatabase.Open(options.MemoryLimit, options.Threads, scratch), lake, scratch);
    }

    /// <inheritdoc/>
    public async ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);
        var folder = FolderOf(source.Schema);
        using var writing = await folder.LockForWritingAsync(cancellationToken).ConfigureAwait(false);

        // DuckDB's calls block: they run on a pool thread, not on the caller's.
        return await Task.Run(
            async () =>
            {
                using var connection = Connect();
                return await new Ingestion(connection, folder, source.Schema, options).RunAsync(source, rows, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        var folder = FolderOf(source);
        return await Task.Run(() => folder.Read(source).IngestWatermark, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        var folder = FolderOf(source);
        using var writing = await folder.LockForWritingAsync(cancellationToken).ConfigureAwait(false);
        await Task.Run(
            () =>
            {
                var stored = folder.Read(source);
                if (stored.IngestWatermark is not { } known || known < watermark)
                {
                    folder.Commit(stored with { Generation = stored.Generation + 1, Columns = LakeColumn.Of(source), IngestWatermark = watermark });
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        var prepared = new PreparedQuery(Connect());
        try
        {
            await Task.Run(() => prepared.Prepare(query, FolderOf, cancellationToken), cancellationToken).ConfigureAwait(false);
            await SetUpAsync(query.Setup, prepared.Connection, cancellationToken).ConfigureAwait(false);
            return await Task.Run(() => prepared.Start(query, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            prepared.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfZero(columns.Count);
        return await Task.Run(() => ParquetFileWriter.Open(Connect(), Path.GetFullPath(path), columns, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Directory.CreateTempSubdirectory("typedfeatures-lake-").FullName;
        var engine = Open(new DuckDbOptions { LakeFolder = folder, MemoryLimit = options.MemoryLimit, Threads = options.Threads, TimeProvider = options.TimeProvider });
        return ValueTask.FromResult<IOfflineEngine>(new ScratchEngine(engine, Remove));

        ValueTask Remove()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Closes the database and removes its scratch folder. Dispose cursors and writers first.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            database.Dispose();
            setup.Dispose();
            if (ownsScratch && Directory.Exists(scratch))
            {
                Directory.Delete(scratch, recursive: true);
            }
        }

        return ValueTask.CompletedTask;
    }

    private LakeFolder FolderOf(SourceSchema schema) => LakeFolder.Of(lake, schema.Name);

    private DuckDbConnection Connect()
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        return database.Connect();
    }

    private async ValueTask SetUpAsync(EquatableArray<string> statements, DuckDbConnection connection, CancellationToken cancellationToken)
    {
        if (statements.IsEmpty)
        {
            return;
        }

        await setup.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var statement in statements)
            {
                if (!setUp.Contains(statement))
                {
                    await Task.Run(() => connection.Execute(statement, cancellationToken), cancellationToken).ConfigureAwait(false);
                    setUp.Add(statement);
                }
            }
        }
        finally
        {
            setup.Release();
        }
    }
}
