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

    public abstract bool Found { get; }

    public abstract TFeatures ReadFeatures();

    public abstract ValueTask<bool> ReadAsync();

    public abstract ValueTask DisposeAsync();
}

/// <summary>
/// Sends the spine to the engine batch by batch, so that memory is bounded, and pairs the engine's rows with the caller's.
/// A row missing or out of place would give every later row another entity's features, so both are checked on every row.
/// </summary>
internal sealed class TrainingReader<TRow, TFeatures, TSpine>(
    IOfflineEngine engine,
    TrainingSource<TSpine, TFeatures> training,
    Knowledge knowledge,
    IAsyncEnumerator<TRow> source,
    SpineBatch<TRow, TFeatures, TSpine> batch,
    CancellationToken cancellationToken) : TrainingReader<TRow, TFeatures>
{
    private const int OrdinalColumn = 0;
    private readonly int firstFeature = 1 + training.SpineFields.Count + 1;
    private RowCursor? cursor;
    private int index = -1;

    public override TRow Row => batch.RowAt(index);

    public override long Position => batch.FirstPosition + index;

    public override RowCursor Cursor => cursor ?? throw new InvalidOperationException("There is no row at hand; call ReadAsync first.");

    public override bool Found => Cursor.GetBoolean(firstFeature + training.Features.Count);

    public override TFeatures ReadFeatures() => training.Read(batch.SpineAt(index), Cursor, firstFeature);

    public override async ValueTask<bool> ReadAsync()
    {
        index++;
        if (index >= batch.Count)
        {
            await EndBatchAsync().ConfigureAwait(false);
            if (!await batch.FillAsync(source, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            index = 0;
            cursor = await engine.QueryAsync(Query(), cancellationToken).ConfigureAwait(false);
        }

        if (!await Cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw Misaligned($"ended after {index} rows");
        }

        var ordinal = Cursor.GetInt64(OrdinalColumn);
        return ordinal == index ? true : throw Misaligned($"returned row {ordinal} where row {index} was due");
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (cursor is not null)
            {
                await cursor.DisposeAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await source.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask EndBatchAsync()
    {
        if (cursor is null)
        {
            return;
        }

        if (await cursor.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            throw Misaligned($"returned more than the {batch.Count} rows asked for");
        }

        await cursor.DisposeAsync().ConfigureAwait(false);
        cursor = null;
    }

    private EngineQuery Query() => training.QueryFor(engine.Name, knowledge) with { Spine = batch.ToSpineRows() };

    private InvalidOperationException Misaligned(string what) =>
        new($"The training plan of '{training.Name}' on engine '{engine.Name}' {what} (spine rows {batch.FirstPosition} to {batch.FirstPosition + batch.Count - 1}). "
            + "Features cannot be matched to their rows, so nothing more is returned; this is a fault of the engine or its plan: please report it.");
}
