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
    private readonly TrainingRuns<TRow, TFeatures> runs;

    internal TrainingSet(TrainingPlan<TRow, TFeatures> plan)
        : this(new TrainingRuns<TRow, TFeatures>(plan))
    {
    }

    private TrainingSet(TrainingRuns<TRow, TFeatures> runs) => this.runs = runs;

    /// <summary>What became of the spine's rows in the latest enumeration or file, as far as it got; null before the first.</summary>
    public TrainingReport? Report => runs.Report;

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
        return new(runs.With(CarriedColumn<TRow>.Of(name, value)));
    }

    /// <summary>Tells how far an enumeration or a file is, from time to time and at the end. The set itself is unchanged.</summary>
    /// <param name="report">Who is told.</param>
    /// <returns>A set that reports.</returns>
    public TrainingSet<TRow, TFeatures> WithProgress(IProgress<TrainingProgress> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(runs.Fresh() with { Progress = report });
    }

    /// <summary>
    /// Labels the rows: with what happened to the entity of the same name and type within the label's horizon after each row's instant. Rows whose horizon is
    /// not over at the recorded ingestion watermark are left out and counted. The set itself is unchanged.
    /// </summary>
    /// <typeparam name="TLabel">The label record.</typeparam>
    /// <param name="label">The label, from the generated <c>Label</c> member.</param>
    /// <returns>The labelled set.</returns>
    /// <exception cref="ArgumentException">The spine does not have the label's key, by name and type; or a file column has the label's name; or the set is a side
    /// of a split by time whose gap is shorter than the label's horizon.</exception>
    /// <exception cref="InvalidOperationException">The label has no plan for the engine.</exception>
    public LabeledTrainingSet<TRow, TFeatures, TLabel> WithLabel<TLabel>(Label<TLabel> label)
        where TLabel : class
    {
        ArgumentNullException.ThrowIfNull(label);
        return new(runs.With(LabelJoin<TRow>.OfSpine(label.Descriptor, runs.Plan.Name, runs.Plan.SpineFields)), label);
    }

    /// <summary>Labels the rows with what happened to an entity that is made of each row: where its name or type differs from the label's.</summary>
    /// <typeparam name="TKey">The label's entity key.</typeparam>
    /// <typeparam name="TLabel">The label record.</typeparam>
    /// <param name="label">The label, from the generated <c>Label</c> member.</param>
    /// <param name="keyOf">Whose label a row has.</param>
    /// <returns>The labelled set.</returns>
    /// <exception cref="ArgumentException">A file column has the label's name; or the set is a side of a split by time whose gap is shorter than the label's
    /// horizon.</exception>
    /// <exception cref="InvalidOperationException">The label has no plan for the engine.</exception>
    public LabeledTrainingSet<TRow, TFeatures, TLabel> WithLabel<TKey, TLabel>(Label<TKey, TLabel> label, Func<TRow, TKey> keyOf)
        where TKey : notnull
        where TLabel : class
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(keyOf);
        return new(runs.With(LabelJoin<TRow>.OfRow(label, keyOf)), label);
    }

    /// <summary>
    /// Splits the set by time: train has the rows before <c>cutoff − gap</c>, test those from <c>cutoff</c> on; what lies between is in neither and counted.
    /// </summary>
    /// <param name="cutoff">The instant, UTC, in the years 1900 to 2299.</param>
    /// <param name="gap">Zero or more, in whole microseconds. A label added later must not look ahead farther than it.</param>
    /// <returns>Both sides; nothing runs until one is enumerated or written.</returns>
    /// <exception cref="ArgumentException">The instant is of kind Local or out of range, or the gap is negative or no whole number of microseconds.</exception>
    public TrainingSplit<TrainingSet<TRow, TFeatures>> SplitByTime(DateTime cutoff, TimeSpan gap = default)
    {
        var split = runs.SplitByTime(cutoff, gap);
        return new(new(split.Train), new(split.Test));
    }

    /// <summary>
    /// Splits the set by entity: all rows of an entity are on one side. Which, the 64-bit xxHash of its key with the seed decides: test has the entities whose
    /// hash, as a fraction of all hashes, is below <paramref name="fraction"/>. It is the same on every machine, in every order, for every spine.
    /// </summary>
    /// <param name="fraction">About how many of the entities test has, between 0 and 1.</param>
    /// <param name="seed">Another seed gives another split.</param>
    /// <returns>Both sides; nothing runs until one is enumerated or written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public TrainingSplit<TrainingSet<TRow, TFeatures>> SplitByEntity(double fraction, long seed = 0)
    {
        var split = runs.SplitByEntity(fraction, seed);
        return new(new(split.Train), new(split.Test));
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
    public Task<long> WriteParquetAsync(string path, CancellationToken cancellationToken = default) => runs.WriteParquetAsync(path, cancellationToken);

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
    public Task<long> WriteCsvAsync(string path, CancellationToken cancellationToken = default) => runs.WriteCsvAsync(path, cancellationToken);

    /// <summary>Builds the set row by row.</summary>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <exception cref="SpineException">A spine row was refused; it names the row's position.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    /// <exception cref="OfflineEngineException">The engine failed, also on a value that does not fit its type.</exception>
    public async IAsyncEnumerator<TrainingRow<TRow, TFeatures>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var meter = runs.Meter();
        var reader = runs.Start(cancellationToken);
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
}
