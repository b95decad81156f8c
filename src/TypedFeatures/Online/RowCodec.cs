using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>
/// Rows of states as bytes, and out of feeds. Which columns are null, and truth values, come first, in words of 64 flags; then the ingest time as its distance
/// from the event time; then the other columns that are there.
/// </summary>
public static class RowCodec
{
    /// <summary>The row at hand of a state feed: the key, the event time, then the columns.</summary>
    public static TRow FromFeed<TRow>(RowCursor row)
        where TRow : struct, IStateRow<TRow>
    {
        ArgumentNullException.ThrowIfNull(row);
        var result = new TRow { EventTime = row.GetInt64(TRow.KeyColumns) };
        var columns = new FeedColumns(row, TRow.KeyColumns + 1);
        result.Visit(ref columns);
        return result;
    }

    /// <summary>Writes everything but the event time.</summary>
    public static void Write<TRow>(ref StateWriter writer, in TRow row)
        where TRow : struct, IStateRow<TRow>
    {
        // Visitors have columns by reference.
        var copy = row;
        var flags = new WrittenFlags(writer);
        copy.Visit(ref flags);
        var values = new WrittenValues(flags.End(), row.EventTime);
        copy.Visit(ref values);
        writer = values.Writer;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such row.</exception>
    public static TRow Read<TRow>(ref StateReader reader, long eventTime)
        where TRow : struct, IStateRow<TRow>
    {
        var result = new TRow { EventTime = eventTime };
        var columns = new ReadColumns(reader, Layout<TRow>.Flags, eventTime);
        result.Visit(ref columns);
        reader = columns.Reader;
        return result;
    }

    /// <summary>How many flags a row has.</summary>
    private static class Layout<TRow>
        where TRow : struct, IStateRow<TRow>
    {
        public static readonly int Flags = Count();

        private static int Count()
        {
            var counted = default(CountedFlags);
            default(TRow).Visit(ref counted);
            return counted.Count;
        }
    }
}
