using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>The events of a source: one row per event id, its values as they would be stored, in order.</summary>
/// <param name="rows">The rows, in order.</param>
internal sealed class PreparedEvents<T>(EventRow<T>[] rows) : IEnumerable<T>
    where T : class
{
    /// <summary>The rows a moment sees, in order.</summary>
    public IEnumerable<EventRow<T>> VisibleAt(ReferenceMoment moment)
    {
        foreach (var row in rows)
        {
            if (row.EventTime > moment.AsOf)
            {
                yield break;
            }

            var known = moment.Knowledge == Knowledge.Everything ? row.EventTime : row.Known;
            if (known <= moment.KnownBy)
            {
                yield return row with { Known = known };
            }
        }
    }

    public IEnumerator<T> GetEnumerator() => rows.Select(static row => row.Value).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Prepares events.</summary>
internal static class PreparedEvents
{
    public static PreparedEvents<T> Create<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        if (rows is PreparedEvents<T> prepared)
        {
            return prepared;
        }

        if (rows is PreparedOutcomes<T>)
        {
            throw new ArgumentException("The rows were prepared as outcomes, which lost their first versions; prepare them with ReferenceRows.Events.", nameof(rows));
        }

        var model = SourceModel<T>.OfEvents;
        var winners = new Dictionary<object, SourceRow<T>>();
        var position = 0L;
        foreach (var row in rows)
        {
            var candidate = model.Read(row, position++);
            if (!winners.TryGetValue(candidate.Id!, out var winner) || CompareVersions(model, candidate, winner) < 0)
            {
                winners[candidate.Id!] = candidate;
            }
        }

        var sorted = winners.Values.ToArray();
        Array.Sort(sorted, CompareEvents);
        return new PreparedEvents<T>(Array.ConvertAll(sorted, static row => new EventRow<T>(row.Row, row.Time, row.Known, row.Known)));
    }

    /// <summary>Which of the rows of one event counts: the one known first. The rest of the order makes it a function of the set of rows.</summary>
    public static int CompareVersions<[DynamicallyAccessedMembers(SourceModel.Members)] T>(
        SourceModel<T> model, SourceRow<T> left, SourceRow<T> right)
        where T : class
    {
        var byKnown = left.Known.CompareTo(right.Known);
        var byTime = byKnown != 0 ? byKnown : left.Time.CompareTo(right.Time);
        return byTime != 0 ? byTime : model.CompareColumns(left.Row, right.Row);
    }

    /// <summary>The order of events: event time, then ingest time, then event id.</summary>
    public static int CompareEvents<T>(SourceRow<T> left, SourceRow<T> right)
    {
        var byTime = left.Time.CompareTo(right.Time);
        var byKnown = byTime != 0 ? byTime : left.Known.CompareTo(right.Known);
        return byKnown != 0 ? byKnown : ValueOrder.Compare(left.Id, right.Id);
    }
}
