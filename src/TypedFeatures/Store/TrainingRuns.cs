using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>What a training set consists of, whether labelled or not. Immutable but for the report of the latest run.</summary>
internal sealed record TrainingRuns<TRow, TFeatures>(TrainingPlan<TRow, TFeatures> Plan)
{
    /// <summary>The caller's own columns in files.</summary>
    public IReadOnlyList<CarriedColumn<TRow>> Carried { get; init; } = [];

    public IProgress<TrainingProgress>? Progress { get; init; }

    /// <summary>Which rows of the spine are in the set.</summary>
    public IReadOnlyList<RowRule> Rules { get; init; } = [];

    public LabelJoin<TRow>? Label { get; init; }

    /// <summary>The shortest gap of the splits by time, in microseconds; null where there is none.</summary>
    public long? Gap { get; init; }

    /// <summary>Counts the rows of the latest run; null before the first.</summary>
    public TrainingTally? Tally { get; private set; }

    public TrainingReport? Report => Tally?.ToReport();

    private TrainingLayout<TRow> Layout => new(Plan.Name, Plan.SpineFields, Plan.Features, Carried, Label);

    /// <summary>The same rows for another set, whose runs are its own.</summary>
    public TrainingRuns<TRow, TFeatures> Fresh() => this with { Tally = null };

    /// <summary>The set with another column in files.</summary>
    public TrainingRuns<TRow, TFeatures> With(CarriedColumn<TRow> column)
    {
        CheckFree(column.Schema.Name, "choose another name", "name");
        return Fresh() with { Carried = [.. Carried, column] };
    }

    /// <summary>The set with a label.</summary>
    public TrainingRuns<TRow, TFeatures> With(LabelJoin<TRow> label)
    {
        label.Label.PlansFor(Plan.Engine.Name);
        foreach (var column in label.Columns)
        {
            CheckFree(column.Name, "give the label another name", nameof(label));
        }

        CheckGap(Gap, label, nameof(label));
        return Fresh() with { Label = label };
    }

    public TrainingSplit<TrainingRuns<TRow, TFeatures>> SplitByTime(DateTime cutoff, TimeSpan? gap)
    {
        var instant = Instant.FromDateTime(cutoff);
        var length = gap is { } given ? Microseconds(given) : Label?.Horizon ?? 0;
        CheckGap(length, Label, nameof(gap));
        var shortest = Math.Min(Gap ?? length, length);
        return new(
            Fresh() with { Gap = shortest, Rules = [.. Rules, new TimeRule(instant, length, isTrain: true)] },
            Fresh() with { Gap = shortest, Rules = [.. Rules, new TimeRule(instant, length, isTrain: false)] });
    }

    public TrainingSplit<TrainingRuns<TRow, TFeatures>> SplitByEntity(double fraction, long seed)
    {
        if (!(fraction > 0 && fraction < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction of entities to test with is between 0 and 1, neither of them.");
        }

        return new(
            Fresh() with { Rules = [.. Rules, new EntityRule(fraction, seed, isTrain: true)] },
            Fresh() with { Rules = [.. Rules, new EntityRule(fraction, seed, isTrain: false)] });
    }

    /// <summary>Starts a run.</summary>
    public TrainingReader<TRow, TFeatures> Start(CancellationToken cancellationToken)
    {
        var tally = new TrainingTally();
        Tally = tally;
        return Plan.Open(new(Rules, Label, tally), cancellationToken);
    }

    public Meter<TrainingProgress> Meter() => new(Progress, rows => new TrainingProgress(rows, Plan.TotalRows));

    public async Task<long> WriteParquetAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var layout = Layout;
        var file = await Plan.Engine.CreateParquetAsync(path, layout.Columns, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            return await WriteAsync(layout, file, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task<long> WriteCsvAsync(string path, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var layout = Layout;
        var file = CsvTableWriter.Create(path, layout.Columns);
        await using (file.ConfigureAwait(false))
        {
            return await WriteAsync(layout, file, cancellationToken).ConfigureAwait(false);
        }
    }

    private static long Microseconds(TimeSpan gap) =>
        gap >= TimeSpan.Zero && gap.Ticks % TimeSpan.TicksPerMicrosecond == 0
            ? Instant.FromTimeSpan(gap)
            : throw new ArgumentOutOfRangeException(nameof(gap), gap, "A gap is a whole number of microseconds, zero or more.");

    private static void CheckGap(long? gap, LabelJoin<TRow>? label, string parameter)
    {
        if (gap < label?.Horizon)
        {
            throw new ArgumentException(
                $"The gap of the split by time is shorter than the horizon of label '{label.Label.Name}' ({label.Label.Horizon}): rows shortly before the cutoff "
                + "would be labelled by what happens after it. Make the gap at least as long as the horizon.",
                parameter);
        }
    }

    private void CheckFree(string name, string remedy, string parameter)
    {
        if (Layout.Columns.Any(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"The training set of '{Plan.Name}' has a column '{name}' already; {remedy}.", parameter);
        }
    }

    private async Task<long> WriteAsync(TrainingLayout<TRow> layout, ITableWriter file, CancellationToken cancellationToken)
    {
        var meter = Meter();
        var reader = Start(cancellationToken);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                layout.Write(reader, file.Rows);
                meter.Add();
            }
        }

        await file.CompleteAsync(cancellationToken).ConfigureAwait(false);
        meter.Finish();
        return meter.Count;
    }
}
