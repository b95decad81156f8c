using TypedFeatures.Reference;

namespace TypedFeatures;

/// <summary>Makes one stream of several.</summary>
public static class Events
{
    /// <summary>
    /// The rows of several streams, brought to a common shape, as one stream:
    /// <c>from x in Events.Merge(purchases.Select(p => new { … }), refunds.Where(…).Select(r => new { … })) …</c>.
    /// </summary>
    /// <remarks>
    /// <para>Rows are in order of event time, ingest time (of a stream without one: event time), the stream's place in the call, and event id.</para>
    /// <para>
    /// A row is known when its own source knew it. Event ids are of one source: rows of two streams with equal ids are two events, even where both streams
    /// come from one source. Dimensions are joined after the merge.
    /// </para>
    /// </remarks>
    /// <typeparam name="T">The common shape: an anonymous type, or a type with a parameterless constructor whose properties are assigned.</typeparam>
    /// <param name="first">The first stream.</param>
    /// <param name="second">The second stream.</param>
    /// <param name="more">Further streams; 26 in all.</param>
    /// <exception cref="ArgumentException">The streams are of different moments.</exception>
    public static Events<T> Merge<T>(Events<T> first, Events<T> second, params Events<T>[] more)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        ArgumentNullException.ThrowIfNull(more);
        foreach (var stream in more.Prepend(second))
        {
            ArgumentNullException.ThrowIfNull(stream, nameof(more));
            if (stream.Moment != first.Moment)
            {
                throw new ArgumentException("The streams are of different moments; make all of them for one ReferenceMoment.", nameof(more));
            }
        }

        // Each stream is in order by itself, and sorting keeps the order of equals: the stream's place, then its own order by event id.
        var rows = more.Prepend(second).Prepend(first).SelectMany(static stream => stream.Rows);
        return new Events<T>(first.Moment, rows.OrderBy(static row => row.EventTime).ThenBy(static row => row.Ingested));
    }
}
