using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>A state of rows alone, without totals or tiles: all windows are slices of one log.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
/// <typeparam name="TRow">The generated row.</typeparam>
public abstract class RowState<TKey, TFeatures, TRow> : FeatureState<TKey, TFeatures>
    where TRow : struct, IStateRow<TRow>
{
    private readonly long retention;

    /// <summary>For generated code.</summary>
    /// <param name="watermark">The knowledge instant, in microseconds: the rows known by then are in.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="retention">How far before the watermark a row may lie to be of use, in microseconds.</param>
    protected RowState(long watermark, RowLog<TRow> rows, long retention)
        : base(watermark)
    {
        ArgumentNullException.ThrowIfNull(rows);
        Rows = rows;
        this.retention = retention;
    }

    /// <inheritdoc/>
    public sealed override long? LatestEventTime => Rows.LatestEventTime;

    /// <summary>The rows.</summary>
    protected RowLog<TRow> Rows { get; }

    /// <inheritdoc/>
    public sealed override void Add(RowCursor row)
    {
        var added = RowCodec.FromFeed<TRow>(row);
        if (added.EventTime > Watermark - retention)
        {
            Rows.Add(in added);
        }
    }

    /// <inheritdoc/>
    public sealed override void Encode(ref StateWriter writer) => Rows.Write(ref writer);
}
