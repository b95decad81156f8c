using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>
/// The features of spine rows, each as it stood at its row's as-of instant: one row per spine row, in spine order. Nothing runs until it is
/// enumerated or written; each enumeration reads the spine and queries the engine anew, batch by batch, so memory stays bounded.
/// </summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
public sealed class TrainingSet<TRow, TFeatures> : IAsyncEnumerable<TrainingRow<TRow, TFeatures>>
    where TFeatures : class
{
    private readonly TrainingPlan<TRow, TFeatures> plan;
    private readonly CarriedColumn<TRow>[] carried;
    private readonly IProgress<TrainingProgress>? progress;

    internal TrainingSet(TrainingPlan<TRow, TFeatures> plan)
        : this(plan, [], null)
    {
    }

    private TrainingSet(TrainingPlan<TRow, TFeatures> plan, CarriedColumn<TRow>[] carried, IProgress<TrainingProgress>? progress)
    {
        this.plan = plan;
        this.carried = carried;
        this.progress = progress;
    }

    /// <summary>Adds a column of the caller's own rows (a label, a weight, an id) to the files this set is written to. The set itself is unchanged.</summary>
    /// <typeparam name="TValue">bool, int, long, float, double, string, Guid, DateTime, DateTimeOffset, DateOnly, TimeSpan, an enum, or one of these made nullable.</typeparam>
    /// <param name="name">The column's name in files; no key, feature or earlier column has it (upper and lower case are the same).</param>
    /// <param name="value">The column's value for a row.</param>
    /// <returns>A set with the column.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="NotSupportedException">Files cannot hold a <typeparamref name="TValue"/>.</exception>
    public TrainingSet<TRow, TFeatures> WithColumn<TValue>(string name, Func<TRow, TValue> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        if (Layout().Columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"The training set of '{plan.Name}' has a column '{name}' already; choose another name.", nameof(name));
        }

        return new(plan, [.. carried, CarriedColumn<TRow>.Of(name, value)], progress);
    }

    /// <summary>Tells how far an enumeration or a file is, from time to time and at the end. The set itself is unchanged.</summary>
    /// <param name="report">Who is told.</param>
    /// <returns>A set that reports.</returns>
    public TrainingSet<TRow, TFeatures> WithProgress(IProgress<TrainingProgress> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(plan, carried, report);
    }

    /// <summary>
    /// Writes the set to a Parquet file: the keys, <c>as_of</c>, the columns of <see cref="WithColumn{TValue}"/>, then the features. Instants and lengths of time
    /// have microseconds; GUIDs and enum members are text. The file appears whole at the end or not at all, and replaces one of that name.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Stops; no file appears then.</param>
    /// <returns>The number of rows.</returns>
    /// <exception cref="NotSupportedException">The engine cannot write Parquet; the message says what can.</exception>
    /// <exception cref="SpineException">A spine row or a carried value was refused; it names the row's position.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    public async Task<long> WriteParquetAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var layout = Layout();
        var file = await plan.Engine.CreateParquetAsync(path, layout.Columns, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            return await WriteAsync(layout, file, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Writes the set to a CSV file (RFC 4180: commas, CRLF, a header row; UTF-8), with the columns of <see cref="WriteParquetAsync"/>. Null is nothing between two commas
    /// and empty text is <c>""</c>; instants are ISO 8601 in UTC with microseconds; lengths of time are whole microseconds; numbers are as .NET's invariant culture writes them, to the
    /// shortest text that reads back the same. The file appears whole at the end or not at all, and replaces one of that name.
    /// </summary>
    /// <param name="path">The file; its folder exists.</param>
    /// <param name="cancellationToken">Stops; no file appears then.</param>
    /// <returns>The number of rows, the header not counted.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="SpineException">A spine row or a carried value was refused; it names the row's position.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    /// <exception cref="OfflineEngineException">The engine failed.</exception>
    public async Task<long> WriteCsvAsync(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var layout = Layout();
        var file = CsvTableWriter.Create(path, layout.Columns);
        await using (file.ConfigureAwait(false))
        {
            return await WriteAsync(layout, file, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Builds the set row by row.</summary>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="SpineException">A spine row was refused; it names the row's position.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    /// <exception cref="OfflineEngineException">The engine failed, also on a value that does not fit its type.</exception>
    public async IAsyncEnumerator<TrainingRow<TRow, TFeatures>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var meter = Meter();
        var reader = plan.Open(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                yield return new(reader.Row, reader.ReadFeatures(), reader.Found);
                meter.Add();
            }
        }

        meter.Finish();
    }

    private async Task<long> WriteAsync(TrainingLayout<TRow> layout, ITableWriter file, CancellationToken cancellationToken)
    {
        var meter = Meter();
        var reader = plan.Open(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                layout.Write(reader.Row, reader.Position, reader.Cursor, file.Rows);
                meter.Add();
            }
        }

        await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
        meter.Finish();
        return meter.Count;
    }

    private TrainingLayout<TRow> Layout() => new(plan.Name, plan.SpineFields, plan.Features, carried);

    private Meter<TrainingProgress> Meter() => new(progress, rows => new TrainingProgress(rows, plan.TotalRows));
}
