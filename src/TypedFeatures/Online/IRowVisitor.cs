namespace TypedFeatures.Online;

/// <summary>
/// What is done with the columns of a generated row, one after the other: so a row says once which columns it has, and the library writes them, reads them and
/// takes them from a feed.
/// </summary>
public interface IRowVisitor
{
    /// <summary>The ingest time, in microseconds since 1970.</summary>
    void IngestTime(ref long value);

    /// <summary>A column of the feed that has the event time once more, which rows do not keep twice.</summary>
    void EventTime();

    /// <summary>A column that is never null.</summary>
    void Column<T, TKind>(ref T value)
        where T : notnull
        where TKind : IValueKind<T>;

    /// <summary>A column of values that may be null.</summary>
    void Nullable<T, TKind>(ref T? value)
        where T : struct
        where TKind : IValueKind<T>;

    /// <summary>A column of objects that may be null.</summary>
    void Reference<T, TKind>(ref T? value)
        where T : class
        where TKind : IValueKind<T>;
}
