using TypedFeatures.Plans;
using TypedFeatures.Sources;

namespace TypedFeatures.Offline;

/// <summary>An engine that keeps the history of sources and runs printed plans over it.</summary>
/// <remarks>Queries may run concurrently with each other; ingestion into one source is one at a time (the engine queues callers).</remarks>
public interface IOfflineEngine : IAsyncDisposable
{
    /// <summary>The engine's name, which picks the printed plan: <c>clickhouse</c>, <c>duckdb</c>, <c>sqlite</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Appends rows to a source, all or nothing: on any error or cancellation the source is as it was.
    /// One event id is one event: of rows with the same id the one with the smallest ingest time (then event time, then columns as declared) is
    /// the event, also where it arrives later; a later version that differs only in columns known after the outcome is kept aside;
    /// one that differs elsewhere is quarantined and counted.
    /// </summary>
    /// <exception cref="IngestException">A row was refused; it names the row's position and field.</exception>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    ValueTask<IngestReport> IngestAsync<T>(
        SourceDescriptor<T> source, IAsyncEnumerable<T> rows, CancellationToken cancellationToken = default)
        where T : class;

    /// <summary>
    /// How far a source is known: every row that was known by this instant is here. It is the greatest ingest time of its rows or, where that is later, what
    /// <see cref="AdvanceIngestWatermarkAsync"/> was told; never an event time.
    /// </summary>
    /// <param name="source">The source.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Microseconds since 1970; null where nothing says it. It never goes back, and it is stored with the rows, all or nothing.</returns>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    ValueTask<long?> GetIngestWatermarkAsync(SourceSchema source, CancellationToken cancellationToken = default);

    /// <summary>Records how far a source is known; an instant that is not later than what is recorded changes nothing.</summary>
    /// <param name="source">The source.</param>
    /// <param name="watermark">Microseconds since 1970.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    ValueTask AdvanceIngestWatermarkAsync(SourceSchema source, long watermark, CancellationToken cancellationToken = default);

    /// <summary>Runs a query.</summary>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    ValueTask<RowCursor> QueryAsync(EngineQuery query, CancellationToken cancellationToken = default);

    /// <summary>Opens a Parquet file for writing; it appears whole when the writer completes, or not at all.</summary>
    /// <exception cref="NotSupportedException">This engine cannot write Parquet; the message says what can.</exception>
    ValueTask<ITableWriter> CreateParquetAsync(
        string path, IReadOnlyList<FieldSchema> columns, CancellationToken cancellationToken = default);

    /// <summary>
    /// Opens an empty engine of the same kind and settings with a storage of its own, which is removed when that engine is disposed: for computing something once
    /// more over other rows.
    /// </summary>
    /// <exception cref="NotSupportedException">This engine cannot.</exception>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    ValueTask<IOfflineEngine> OpenScratchAsync(CancellationToken cancellationToken = default) =>
        throw new NotSupportedException($"The engine '{Name}' cannot open a scratch engine.");
}

/// <summary>Writes a table row by row.</summary>
public interface ITableWriter : IAsyncDisposable
{
    /// <summary>Where the values of the next row go, in column order; <see cref="RowWriter.EndRow"/> after each row.</summary>
    RowWriter Rows { get; }

    /// <summary>Makes the file appear. Disposing without it leaves nothing behind.</summary>
    ValueTask CompleteAsync(CancellationToken cancellationToken = default);
}

/// <summary>A printed plan to run.</summary>
/// <param name="Sql">The plan.</param>
/// <param name="Sources">The sources it reads; the engine makes sure that their tables exist (empty where nothing was ingested).</param>
public sealed record EngineQuery(string Sql, IReadOnlyList<SourceSchema> Sources)
{
    /// <summary>The value of <c>$as_of</c> in microseconds, where the plan has it.</summary>
    public long? AsOf { get; init; }

    /// <summary>The rows of the table <c>spine</c>, where the plan reads it.</summary>
    public SpineRows? Spine { get; init; }

    /// <summary>Statements to run before, once per engine and statement (indexes).</summary>
    public EquatableArray<string> Setup { get; init; }
}

/// <summary>The rows of the table <c>spine</c> of one query: <c>ordinal</c> from 0, then these columns.</summary>
/// <param name="Columns">The columns after <c>ordinal</c>.</param>
/// <param name="Count">How many rows.</param>
/// <param name="Write">Writes row <c>i</c>'s values after <c>ordinal</c>, in column order, without <see cref="RowWriter.EndRow"/>.</param>
public sealed record SpineRows(IReadOnlyList<FieldSchema> Columns, int Count, Action<int, RowWriter> Write);

/// <summary>What became of the rows of one ingestion.</summary>
/// <param name="Read">Rows read from the caller.</param>
/// <param name="Added">Rows that are new events (or dimension rows).</param>
/// <param name="Duplicates">Rows that said again what was known.</param>
/// <param name="Replaced">Rows that replaced a stored one because they were ingested earlier.</param>
/// <param name="Versions">Later versions of known events.</param>
/// <param name="Quarantined">Rows that contradict another row with the same event id.</param>
public sealed record IngestReport(long Read, long Added, long Duplicates, long Replaced, long Versions, long Quarantined);
