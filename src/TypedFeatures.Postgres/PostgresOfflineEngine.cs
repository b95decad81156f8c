using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using TypedFeatures.Offline;
using TypedFeatures.Plans;
using TypedFeatures.Postgres.Copy;
using TypedFeatures.Postgres.Ingest;
using TypedFeatures.Sources;

namespace TypedFeatures.Postgres;

/// <summary>
/// The offline engine in a schema of a PostgreSQL database. Every query and every ingestion has a connection of a pool; a query sees the sources as they
/// were committed when it began; ingestions into one source, also those of other processes, wait for each other.
/// </summary>
public sealed class PostgresOfflineEngine : IOfflineEngine
{
    private readonly PostgresOptions options;
    private readonly NpgsqlDataSource dataSource;
    private readonly string schema;
    private readonly Lock known = new();
    private readonly HashSet<SourceSchema> knownSources = [];
    private readonly HashSet<string> finishedSetup = [];
    private int disposed;

    private PostgresOfflineEngine(NpgsqlDataSource dataSource, PostgresOptions options)
    {
        this.options = options;
        this.dataSource = dataSource;
        schema = options.Schema;
    }

    /// <inheritdoc/>
    public string Name => "postgres";

    /// <summary>Connects to a database, and makes the schema and the functions that plans call where they are missing.</summary>
    /// <exception cref="OfflineEngineException">The database cannot be reached, or the role may not make the schema.</exception>
    public static async Task<PostgresOfflineEngine> OpenAsync(PostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString);
        var session = string.Join(' ', PostgresStorage.SessionSettings(options.Schema).Select(s => $"-c {s.Key}={s.Value}"));
        settings.Options = string.IsNullOrEmpty(settings.Options) ? session : settings.Options + " " + session;
        settings.SearchPath = null;
        var builder = new NpgsqlSlimDataSourceBuilder(settings.ConnectionString);
        builder.EnableTransportSecurity();
        builder.EnableArrays();
        var engine = new PostgresOfflineEngine(builder.Build(), options);
        try
        {
            await engine.PrepareSchemaAsync(cancellationToken).ConfigureAwait(false);
            return engine;
        }
        catch
        {
            await engine.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(rows);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        await PrepareAsync([source.Schema], [], cancellationToken).ConfigureAwait(false);
        await using var session = await PostgresSession.OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        return await new Ingestion(session, source.Schema, cancellationToken).RunAsync(source, rows, LockOf(source.Schema.Name)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        await PrepareAsync(query.Sources, query.Setup, cancellationToken).ConfigureAwait(false);
        var session = await PostgresSession.OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        NpgsqlCommand command;
        try
        {
            if (query.Spine is { } spine)
            {
                await session.BeginAsync(cancellationToken).ConfigureAwait(false);
                await SpineTable.FillAsync(session, spine, cancellationToken).ConfigureAwait(false);
            }

            command = session.Command(query.Sql);
            BindAsOf(command, query);
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return await PostgresRowCursor.RunAsync(session, command, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        await using var session = await PostgresSession.OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        var stored = await session.QueryAsync(
            PostgresStorage.SelectWatermark, r => r.IsDBNull(0) ? (long?)null : r.GetInt64(0), cancellationToken, source.Name).ConfigureAwait(false);
        return stored.SingleOrDefault();
    }

    /// <inheritdoc/>
    public async ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        await PrepareAsync([source], [], cancellationToken).ConfigureAwait(false);
        await using var session = await PostgresSession.OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(PostgresStorage.AdvanceWatermark, cancellationToken, source.Name, watermark.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("PostgreSQL cannot write Parquet. Use the DuckDB engine (UseDuckDb), or write CSV (WriteCsvAsync).");

    /// <inheritdoc/>
    public async ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        var scratch = options with { Schema = "typed_features_scratch_" + Guid.NewGuid().ToString("N") };
        return new ScratchEngine(await OpenAsync(scratch, cancellationToken).ConfigureAwait(false), RemoveAsync);

        async ValueTask RemoveAsync()
        {
            await using var session = await PostgresSession.OpenAsync(dataSource, CancellationToken.None).ConfigureAwait(false);
            await session.ExecuteAsync(PostgresStorage.DropSchema(scratch.Schema), CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connections. Dispose cursors first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref disposed, 1) == 0)
        {
            await dataSource.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static void BindAsOf(NpgsqlCommand command, EngineQuery query)
    {
        if (!query.Sql.Contains(PostgresStorage.AsOfParameter, StringComparison.Ordinal))
        {
            return;
        }

        var asOf = query.AsOf ?? throw new ArgumentException("The plan reads an as-of instant, but the query gives none. Set EngineQuery.AsOf.", nameof(query));
        command.Parameters.Add(new NpgsqlParameter<DateTime>
        {
            TypedValue = DateTime.SpecifyKind(Instant.ToDateTime(asOf), DateTimeKind.Unspecified),
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Timestamp,
        });
    }

    private string LockOf(string name) => $"typed-features:{schema}:{name}";

    private async Task PrepareSchemaAsync(CancellationToken cancellationToken)
    {
        var statements = PostgresStorageFunctions.Create;
        var signature = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join("\n", statements))));
        await using var session = await PostgresSession.OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await session.LockAsync(LockOf(""), cancellationToken).ConfigureAwait(false);

        // CREATE … IF NOT EXISTS asks for the right to create also where nothing is to do.
        if ((await session.QueryAsync(PostgresStorage.FindSchema, _ => true, cancellationToken, schema).ConfigureAwait(false)).Count == 0)
        {
            await session.ExecuteAsync(PostgresStorage.CreateSchema(schema), cancellationToken).ConfigureAwait(false);
        }

        await session.ExecuteAsync(PostgresStorage.CreateSources, cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(PostgresStorageFunctions.CreateMarks, cancellationToken).ConfigureAwait(false);
        if ((await session.QueryAsync(PostgresStorageFunctions.FindMark, _ => true, cancellationToken, signature).ConfigureAwait(false)).Count == 0)
        {
            await session.ExecuteAsync(statements, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(PostgresStorageFunctions.DeleteMarks, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(PostgresStorageFunctions.InsertMark, cancellationToken, signature).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task PrepareAsync(IEnumerable<SourceSchema> neededSources, IEnumerable<string> neededSetup, CancellationToken cancellationToken)
    {
        List<SourceSchema> sources;
        List<string> setup;
        lock (known)
        {
            sources = [.. neededSources.Where(s => !knownSources.Contains(s))];
            setup = [.. neededSetup.Where(s => !finishedSetup.Contains(s))];
        }

        if (sources.Count == 0 && setup.Count == 0)
        {
            return;
        }

        await using var session = await PostgresSession.OpenAsync(dataSource, cancellationToken).ConfigureAwait(false);
        await session.BeginAsync(cancellationToken).ConfigureAwait(false);
        await session.LockAsync(LockOf(""), cancellationToken).ConfigureAwait(false);
        foreach (var source in sources)
        {
            await SourceCatalog.EnsureAsync(session, source, cancellationToken).ConfigureAwait(false);
        }

        foreach (var statement in setup)
        {
            await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        }

        await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        lock (known)
        {
            knownSources.UnionWith(sources);
            finishedSetup.UnionWith(setup);
        }
    }
}
