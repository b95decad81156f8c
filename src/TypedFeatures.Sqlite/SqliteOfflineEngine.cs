using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Sources;
using TypedFeatures.Sqlite.Functions;
using TypedFeatures.Sqlite.Ingestion;
using TypedFeatures.Sqlite.Native;

namespace TypedFeatures.Sqlite;

/// <summary>
/// The offline engine in one SQLite file. One connection writes, and callers queue for it; every query reads on a connection of its own, which sees
/// the file as it stood when the query began.
/// </summary>
public sealed class SqliteOfflineEngine : IOfflineEngine
{
    private readonly string file;
    private readonly SqliteDatabase writer;
    private readonly SemaphoreSlim writerQueue = new(1, 1);
    private readonly Lock known = new();
    private readonly HashSet<SourceSchema> knownSources = [];
    private readonly HashSet<string> finishedSetup = [];
    private bool isDisposed;

    private SqliteOfflineEngine(string file, SqliteDatabase writer)
    {
        this.file = file;
        this.writer = writer;
    }

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <summary>Opens a file, made where it is missing with its folder.</summary>
    /// <param name="file">The path of the file; SQLite keeps two more beside it while it is open.</param>
    /// <exception cref="OfflineEngineException">The file cannot be opened or is no SQLite file.</exception>
    public static SqliteOfflineEngine Open(string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var path = Path.GetFullPath(file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new(path, Connect(path));
    }

    /// <inheritdoc/>
    public async ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);

        // Rows often come without waiting; the work then must not stay on the caller's thread for its whole length.
        return await OnWriterAsync(() => Task.Run(() => IngestCoreAsync(source, rows, cancellationToken), CancellationToken.None), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await PrepareSourcesAsync(query, cancellationToken).ConfigureAwait(false);
        return await Task.Run(() => Start(query, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        using var reader = Connect(file);
        return ValueTask.FromResult(SourceCatalog.Watermark(reader, source));
    }

    /// <inheritdoc/>
    public async ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        await OnWriterAsync(() => Task.Run(AdvanceAsync, CancellationToken.None), cancellationToken).ConfigureAwait(false);

        async Task<bool> AdvanceAsync()
        {
            await InTransactionAsync(
                () =>
                {
                    SourceCatalog.Ensure(writer, source);
                    SourceCatalog.Advance(writer, source, watermark);
                    return Task.CompletedTask;
                },
                cancellationToken).ConfigureAwait(false);
            Remember(source);
            return true;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("SQLite cannot write Parquet. Use the DuckDB engine (UseDuckDb), or write CSV (WriteCsvAsync).");

    /// <inheritdoc/>
    public ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        var folder = Directory.CreateTempSubdirectory("typedfeatures-sqlite-").FullName;
        return ValueTask.FromResult<IOfflineEngine>(new ScratchEngine(Open(Path.Combine(folder, "offline.db")), Remove));

        ValueTask Remove()
        {
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        await writerQueue.WaitAsync().ConfigureAwait(false);
        isDisposed = true;
        writer.Dispose();
        writerQueue.Release();
    }

    private static SqliteDatabase Connect(string path)
    {
        var database = SqliteDatabase.Open(path, static message => new OfflineEngineException(message));
        try
        {
            SqlFunctions.Register(database);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private async Task<IngestReport> IngestCoreAsync<T>(SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        var report = default(IngestReport);
        await InTransactionAsync(
            async () =>
            {
                SourceCatalog.Ensure(writer, source.Schema);
                using RowIngestion<T> ingestion = source.Schema.HasEventIds
                    ? new EventIngestion<T>(writer, source)
                    : new DimensionIngestion<T>(writer, source);
                await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    ingestion.Add(row);
                }

                report = ingestion.Complete();
                if (ingestion.LargestIngestTime is { } ingestTime)
                {
                    SourceCatalog.Advance(writer, source.Schema, ingestTime);
                }
            },
            cancellationToken).ConfigureAwait(false);
        Remember(source.Schema);
        return report!;
    }

    private async Task InTransactionAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        writer.Execute("BEGIN IMMEDIATE");
        try
        {
            using (writer.CancelWith(cancellationToken))
            {
                await work().ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            writer.Execute("COMMIT");
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private async Task<TResult> OnWriterAsync<TResult>(Func<Task<TResult>> work, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(isDisposed, this);
        await writerQueue.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ObjectDisposedException.ThrowIf(isDisposed, this);
            return await work().ConfigureAwait(false);
        }
        finally
        {
            writerQueue.Release();
        }
    }

    private void Remember(SourceSchema source)
    {
        lock (known)
        {
            knownSources.Add(source);
        }
    }

    private async Task PrepareSourcesAsync(EngineQuery query, CancellationToken cancellationToken)
    {
        List<SourceSchema> sources;
        List<string> setup;
        lock (known)
        {
            sources = [.. query.Sources.Where(s => !knownSources.Contains(s))];
            setup = [.. query.Setup.Where(s => !finishedSetup.Contains(s))];
        }

        if (sources.Count > 0)
        {
            sources = await Task.Run(() => FindMissing(sources), cancellationToken).ConfigureAwait(false);
        }

        if (sources.Count > 0 || setup.Count > 0)
        {
            await OnWriterAsync(() => Task.Run(() => PrepareOnWriterAsync(sources, setup, cancellationToken), cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    // On a connection of its own, so that a query over tables that are there does not wait for an ingestion.
    private List<SourceSchema> FindMissing(List<SourceSchema> sources)
    {
        using var reader = Connect(file);
        var missing = new List<SourceSchema>();
        foreach (var source in sources)
        {
            if (SourceCatalog.Contains(reader, source))
            {
                Remember(source);
            }
            else
            {
                missing.Add(source);
            }
        }

        return missing;
    }

    private async Task<bool> PrepareOnWriterAsync(List<SourceSchema> sources, List<string> setup, CancellationToken cancellationToken)
    {
        await InTransactionAsync(
            () =>
            {
                sources.ForEach(s => SourceCatalog.Ensure(writer, s));
                setup.ForEach(writer.Execute);
                return Task.CompletedTask;
            },
            cancellationToken).ConfigureAwait(false);
        lock (known)
        {
            knownSources.UnionWith(sources);
            finishedSetup.UnionWith(setup);
        }

        return true;
    }

    private SqliteRowCursor Start(EngineQuery query, CancellationToken cancellationToken)
    {
        var database = Connect(file);
        SqliteStatement? statement = null;
        try
        {
            using (database.CancelWith(cancellationToken))
            {
                if (query.Spine is { } spine)
                {
                    SpineTable.Fill(database, spine, cancellationToken);
                }

                statement = database.Prepare(query.Sql);
                BindAsOf(statement, query);
            }

            return new(database, statement, cancellationToken);
        }
        catch
        {
            statement?.Dispose();
            database.Dispose();
            throw;
        }
    }

    private static void BindAsOf(SqliteStatement statement, EngineQuery query)
    {
        var parameter = statement.ParameterIndex("$as_of");
        if (parameter != 0)
        {
            statement.Bind(parameter, query.AsOf
                ?? throw new ArgumentException("The plan reads $as_of, but the query gives none. Set EngineQuery.AsOf.", nameof(query)));
        }
    }
}
