using TypedFeatures.Offline;

namespace TypedFeatures;

/// <summary>Reads a training set row by row: the caller's row and, beside it, the engine's.</summary>
internal abstract class TrainingReader<TRow, TFeatures> : IAsyncDisposable
{
    /// <summary>The caller's row.</summary>
    public abstract TRow Row { get; }

    /// <summary>Its position in the whole spine, from 0.</summary>
    public abstract long Position { get; }

    /// <summary>The engine's row: <c>ordinal</c>, the keys, <c>as_of</c>, the features, <c>found</c>.</summary>
    public abstract RowCursor Cursor { get; }

    /// <summary>The engine's row of the label: <c>ordinal</c>, the keys, <c>as_of</c>, the values, <c>found</c>.</summary>
    public abstract RowCursor LabelCursor { get; }

    public abstract bool Found { get; }

    public abstract TFeatures ReadFeatures();

    public abstract ValueTask<bool> ReadAsync();

    public abstract ValueTask DisposeAsync();
}

/// <summary>Sends the rows of the spine that are in the set to the engine batch by batch, so that memory is bounded, and pairs its rows with the caller's.</summary>
internal sealed class TrainingReader<TRow, TFeatures, TSpine>(
    IOfflineEngine engine,
    TrainingSource<TSpine, TFeatures> training,
    Knowledge knowledge,
    IAsyncEnumerator<TRow> source,
    SpineBatch<TRow, TFeatures, TSpine> batch,
    TrainingRun<TRow> run,
    CancellationToken cancellationToken) : TrainingReader<TRow, TFeatures>
{
    private readonly int firstFeature = 1 + training.SpineFields.Count + 1;
    private IReadOnlyList<RowRule>? rules;
    private AlignedCursor? features;
    private AlignedCursor? labels;
    private int index = -1;

    public override TRow Row => batch.RowAt(index);

    public override long Position => batch.PositionAt(index);

    public override RowCursor Cursor => RowOf(features);

    public override RowCursor LabelCursor => RowOf(labels);

    public override bool Found => Cursor.GetBoolean(firstFeature + training.Features.Count);

    public override TFeatures ReadFeatures() => training.Read(batch.SpineAt(index), Cursor, firstFeature);

    public override async ValueTask<bool> ReadAsync()
    {
        rules ??= await RulesAsync().ConfigureAwait(false);
        index++;
        if (index >= batch.Count)
        {
            await EndBatchAsync().ConfigureAwait(false);
            if (!await batch.FillAsync(source, rules, run.Tally, cancellationToken).ConfigureAwait(false))
            {
                run.Tally.IsComplete = true;
                return false;
            }

            index = 0;
            await OpenBatchAsync().ConfigureAwait(false);
        }

        await features!.ReadAsync(index, cancellationToken).ConfigureAwait(false);
        if (labels is not null)
        {
            await labels.ReadAsync(index, cancellationToken).ConfigureAwait(false);
        }

        run.Tally.Returned++;
        return true;
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            await CloseBatchAsync().ConfigureAwait(false);
        }
        finally
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static RowCursor RowOf(AlignedCursor? cursor) =>
        cursor?.Row ?? throw new InvalidOperationException("There is no row at hand; call ReadAsync first.");

    /// <summary>The watermark is read before any row: what is ingested meanwhile can only make labels newer, never a censored one complete.</summary>
    private async ValueTask<IReadOnlyList<RowRule>> RulesAsync()
    {
        if (run.Label is not { } label)
        {
            return run.Rules;
        }

        run.Tally.Watermark = await LabelWatermark.ReadAsync(engine, label.Label.Sources, cancellationToken).ConfigureAwait(false);
        return [.. run.Rules, new CensoringRule(label.Horizon, run.Tally.Watermark)];
    }

    private async ValueTask OpenBatchAsync()
    {
        var (first, last) = (batch.PositionAt(0), batch.PositionAt(batch.Count - 1));
        var spine = batch.ToSpineRows();
        var query = training.QueryFor(engine.Name, knowledge) with { Spine = spine };
        features = await AlignedCursor.OpenAsync(engine, query, training.Name, first, last, cancellationToken).ConfigureAwait(false);
        if (run.Label is { } label)
        {
            var plans = label.Label.PlansFor(engine.Name);
            var labelQuery = new EngineQuery(plans.Training, label.Label.Sources)
            {
                Setup = plans.Setup,
                Spine = label.SpineOf(spine, batch.RowAt, batch.AsOfAt, batch.PositionAt),
            };
            labels = await AlignedCursor.OpenAsync(engine, labelQuery, label.Label.Name, first, last, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask EndBatchAsync()
    {
        foreach (var cursor in new[] { features, labels }.OfType<AlignedCursor>())
        {
            await cursor.EndAsync(cancellationToken).ConfigureAwait(false);
        }

        await CloseBatchAsync().ConfigureAwait(false);
    }

    private async ValueTask CloseBatchAsync()
    {
        var (featuresNow, labelsNow) = (features, labels);
        (features, labels) = (null, null);
        try
        {
            if (featuresNow is not null)
            {
                await featuresNow.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            if (labelsNow is not null)
            {
                await labelsNow.DisposeAsync().ConfigureAwait(false);
            }
        }
    }
}
