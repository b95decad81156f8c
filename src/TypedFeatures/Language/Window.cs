namespace TypedFeatures;

/// <summary>The rows of one entity in a span of event time, in order: event time, then ingest time, then event id. Aggregates are its extension methods.</summary>
/// <typeparam name="T">What it sees of a row.</typeparam>
public sealed class Window<T>
{
    /// <param name="rows">The rows, in order.</param>
    /// <param name="times">The event time of each, in microseconds.</param>
    /// <param name="asOf">The as-of instant, in microseconds.</param>
    internal Window(T[] rows, long[] times, long asOf)
    {
        Rows = rows;
        Times = times;
        AsOf = asOf;
    }

    internal T[] Rows { get; }

    internal long[] Times { get; }

    internal long AsOf { get; }

    /// <summary>Keeps the rows that fulfil a condition.</summary>
    /// <param name="predicate">The condition.</param>
    public Window<T> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var kept = Enumerable.Range(0, Rows.Length).Where(i => predicate(Rows[i])).ToArray();
        return new Window<T>([.. kept.Select(i => Rows[i])], [.. kept.Select(i => Times[i])], AsOf);
    }
}
