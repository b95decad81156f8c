using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>The outcomes of a source: of each event its newest known version, its values as they would be stored, in order.</summary>
/// <param name="rows">The rows, in order.</param>
internal sealed class PreparedOutcomes<T>(EventRow<T>[] rows) : IEnumerable<T>
    where T : class
{
    /// <summary>The rows after an instant, in order. Everything counts as known.</summary>
    public IEnumerable<EventRow<T>> After(long asOf) =>
        rows.SkipWhile(row => row.EventTime <= asOf).Select(static row => row with { Known = row.EventTime });

    public IEnumerator<T> GetEnumerator() => rows.Select(static row => row.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Prepares outcomes.</summary>
internal static class PreparedOutcomes
{
    public static PreparedOutcomes<T> Create<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        if (rows is PreparedOutcomes<T> prepared)
        {
            return prepared;
        }

        if (rows is PreparedEvents<T>)
        {
            throw new ArgumentException("The rows were prepared as events, which lost their later versions; prepare them with ReferenceRows.Outcomes.", nameof(rows));
        }

        var model = SourceModel<T>.OfEvents;
        var all = rows.Select((row, position) => model.Read(row, position)).ToList();
        var newest = all.GroupBy(static row => row.Id!).Select(versions => Newest(model, versions)).ToArray();
        Array.Sort(newest, PreparedEvents.CompareEvents);
        return new PreparedOutcomes<T>(Array.ConvertAll(newest, static row => new EventRow<T>(row.Row, row.Time, row.Known, row.Known)));
    }

    /// <summary>
    /// The event is the row known first; of the rows that say the same but for what is known after the outcome, the one known last counts. The others
    /// contradict the event and count for nothing. A source without such columns has no versions.
    /// </summary>
    private static SourceRow<T> Newest<[DynamicallyAccessedMembers(SourceModel.Members)] T>(SourceModel<T> model, IEnumerable<SourceRow<T>> rows)
        where T : class
    {
        var ordered = rows.Order(Comparer<SourceRow<T>>.Create((left, right) => PreparedEvents.CompareVersions(model, left, right))).ToList();
        return model.HasVersions ? ordered.Last(row => model.AreVersions(ordered[0].Row, row.Row)) : ordered[0];
    }
}
