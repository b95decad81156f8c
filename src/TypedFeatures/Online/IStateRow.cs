namespace TypedFeatures.Online;

/// <summary>A row of an online state; generated per view.</summary>
/// <typeparam name="TRow">The struct itself.</typeparam>
public interface IStateRow<TRow>
    where TRow : struct, IStateRow<TRow>
{
    /// <summary>How many columns of the feed, those of the key, stand before the event time.</summary>
    static abstract int KeyColumns { get; }

    /// <summary>The event time in microseconds.</summary>
    long EventTime { get; set; }

    /// <summary>The order of rows: by event time, and where the view asks for a first or last row by ingest time and event id too.</summary>
    static abstract int Compare(in TRow left, in TRow right);

    /// <summary>Shows every column but the event time, in the order of the feed.</summary>
    void Visit<TVisitor>(ref TVisitor columns)
        where TVisitor : struct, IRowVisitor, allows ref struct;
}
