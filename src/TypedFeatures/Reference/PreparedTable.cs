using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TypedFeatures.Reference;

/// <summary>The rows of a feature table, their values as they would be stored, in order: event time, ingest time, columns as declared.</summary>
/// <param name="rows">The rows, in order.</param>
internal sealed class PreparedTable<T>(SourceRow<T>[] rows) : IEnumerable<T>
    where T : class
{
    /// <summary>The rows a moment sees, not older than an age, in order.</summary>
    public IEnumerable<T> VisibleAt(ReferenceMoment moment, TimeSpan? maxAge) => rows
        .Where(row => row.Time <= moment.AsOf && (moment.Knowledge == Knowledge.Everything || row.Known <= moment.KnownBy))
        .Where(row => maxAge is not { } age || moment.AsOf - row.Time <= Instant.FromTimeSpan(age))
        .Select(static row => row.Row);

    public IEnumerator<T> GetEnumerator() => rows.Select(static row => row.Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Prepares feature tables.</summary>
internal static class PreparedTable
{
    public static PreparedTable<T> Create<[DynamicallyAccessedMembers(SourceModel.Members)] T>(IEnumerable<T> rows)
        where T : class
    {
        if (rows is PreparedTable<T> prepared)
        {
            return prepared;
        }

        var model = SourceModel<T>.OfTable;
        var sorted = rows.Select((row, position) => model.Read(row, position)).ToArray();
        Array.Sort(sorted, model.Compare);
        return new PreparedTable<T>(sorted);
    }
}
