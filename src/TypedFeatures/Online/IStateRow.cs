using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>A row of an online state; generated per view.</summary>
/// <typeparam name="TRow">The struct itself.</typeparam>
public interface IStateRow<TRow>
    where TRow : struct, IStateRow<TRow>
{
    /// <summary>The event time in microseconds.</summary>
    long EventTime { get; }

    /// <summary>The order of rows: by event time, and where the view asks for a first or last row by ingest time and event id too.</summary>
    static abstract int Compare(in TRow left, in TRow right);

    /// <summary>The row at hand of a state feed.</summary>
    static abstract TRow FromFeed(RowCursor row);

    /// <summary>Writes everything but the event time.</summary>
    static abstract void Write(ref StateWriter writer, in TRow row);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such row.</exception>
    static abstract TRow Read(ref StateReader reader, long eventTime);
}
