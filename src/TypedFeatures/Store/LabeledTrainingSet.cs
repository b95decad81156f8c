using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>
/// The features of spine rows beside their labels: one row per spine row whose label is over, in spine order. Nothing runs until it is enumerated or written;
/// each enumeration reads the spine and queries the engine anew, batch by batch, so memory stays bounded.
/// </summary>
/// <typeparam name="TRow">The caller's row.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
/// <typeparam name="TLabel">The label record.</typeparam>
public sealed class LabeledTrainingSet<TRow, TFeatures, TLabel> : IAsyncEnumerable<LabeledTrainingRow<TRow, TFeatures, TLabel>>
    where TFeatures : class
    where TLabel : class
{
    private readonly TrainingRuns<TRow, TFeatures> runs;
    private readonly Label<TLabel> label;

    internal LabeledTrainingSet(TrainingRuns<TRow, TFeatures> runs, Label<TLabel> label)
    {
        this.runs = runs;
        this.label = label;
    }

    /// <summary>What became of the spine's rows in the latest enumeration or file, as far as it got; null before the first.</summary>
    public TrainingReport? Report => runs.Report;

    /// <summary>
    /// How many rows of the spine the latest enumeration or file left out, as far as it got, because the horizon of their label was not over at the recorded
    /// ingestion watermark.
    /// </summary>
    /// <exception cref="InvalidOperationException">The set has been neither enumerated nor written.</exception>
    public long Censored => runs.Report?.Censored
        ?? throw new InvalidOperationException("How many rows are censored is known when the set has been enumerated or written.");

    /// <summary>Adds a column of the caller's own rows (a label, a weight, an id) to the files this set is written to. The set itself is unchanged.</summary>
    /// <typeparam name="TValue">bool, int, long, float, double, string, Guid, DateTime, DateTimeOffset, DateOnly, TimeSpan, an enum, or one of these made nullable.</typeparam>
    /// <param name="name">The column's name in files; no key, feature or earlier column has it (upper and lower case are the same).</param>
    /// <param name="value">The column's value for a row.</param>
    /// <returns>A set with the column.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    /// <exception cref="NotSupportedException">Files cannot hold a <typeparamref name="TValue"/>.</exception>
    public LabeledTrainingSet<TRow, TFeatures, TLabel> WithColumn<TValue>(string name, Func<TRow, TValue> value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        return new(runs.With(CarriedColumn<TRow>.Of(name, value)), label);
    }

    /// <summary>Tells how far an enumeration or a file is, from time to time and at the end. The set itself is unchanged.</summary>
    /// <param name="report">Who is told.</param>
    /// <returns>A set that reports.</returns>
    public LabeledTrainingSet<TRow, TFeatures, TLabel> WithProgress(IProgress<TrainingProgress> report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(runs.Fresh() with { Progress = report }, label);
    }

    /// <summary>
    /// Splits the set by time: train has the rows before <c>cutoff − gap</c>, test those from <c>cutoff</c> on; what lies between is in neither and counted.
    /// </summary>
    /// <param name="cutoff">The instant, UTC, in the years 1900 to 2299.</param>
    /// <param name="gap">In whole microseconds, at least the label's horizon, so that no row of train is labelled by what happens after the cutoff; the horizon where not given.</param>
    /// <returns>Both sides; nothing runs until one is enumerated or written.</returns>
    /// <exception cref="ArgumentException">The instant is of kind Local or out of range, or the gap is shorter than the horizon or no whole number of microseconds.</exception>
    public TrainingSplit<LabeledTrainingSet<TRow, TFeatures, TLabel>> SplitByTime(DateTime cutoff, TimeSpan? gap = null)
    {
        var split = runs.SplitByTime(cutoff, gap);
        return new(new(split.Train, label), new(split.Test, label));
    }

    /// <summary>
    /// Splits the set by entity: all rows of an entity are on one side. Which, the 64-bit xxHash of its key with the seed decides: test has the entities whose
    /// hash, as a fraction of all hashes, is below <paramref name="fraction"/>. It is the same on every machine, in every order, for every spine.
    /// </summary>
    /// <param name="fraction">About how many of the entities test has, between 0 and 1.</param>
    /// <param name="seed">Another seed gives another split.</param>
    /// <returns>Both sides; nothing runs until one is enumerated or written.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    public TrainingSplit<LabeledTrainingSet<TRow, TFeatures, TLabel>> SplitByEntity(double fraction, long seed = 0)
    {
        var split = runs.SplitByEntity(fraction, seed);
        return new(new(split.Train, label), new(split.Test, label));
    }

    /// <summary>
    /// Writes the set to a Parquet file: the keys, <c>as_of</c>, the columns of <see cref="WithColumn{TValue}"/>, the features, then the label's values: one called <c>Value</c> under the label's
    /// name, others under the label's name and their own. Instants and lengths of time
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
    public async IAsyncEnumerator<LabeledTrainingRow<TRow, TFeatures, TLabel>> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var meter = runs.Meter();
        var reader = runs.Start(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                yield return new(reader.Row, reader.ReadFeatures(), label.Read(reader.LabelCursor, firstKey: 1, runs.Label!.FirstValue), reader.Found);
                meter.Add();
            }
        }

        meter.Finish();
    }
}
