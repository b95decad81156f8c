namespace TypedFeatures;

/// <summary>The rows of one entity in a span of event time, in order: event time, then ingest time, then event id. Aggregates are its extension methods.</summary>
/// <typeparam name="T">What it sees of a row.</typeparam>
public sealed class Window<T>
{
    internal Window(T[] rows) => Rows = rows;

    internal T[] Rows { get; }

    /// <summary>Keeps the rows that fulfil a condition.</summary>
    /// <param name="predicate">The condition.</param>
    public Window<T> Where(Func<T, bool> predicate)
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return new Window<T>(Array.FindAll(Rows, row => predicate(row)));
    }
}
