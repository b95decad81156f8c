using System.Text;
using TypedFeatures.Plans;

namespace TypedFeatures.Sqlite.Ingestion;

/// <summary>Compares the rows of one event id: which comes first, and which say the same of the event.</summary>
internal sealed class EventOrder : IComparer<StoredValue[]>
{
    private readonly SourceSchema source;
    private readonly int[] precedence;
    private readonly Dictionary<string, long>?[] enums;

    public EventOrder(SourceSchema source)
    {
        this.source = source;
        var roles = source.Columns.Select((c, i) => (c.Role, Index: i)).ToList();
        precedence =
        [
            .. roles.Where(r => r.Role == ColumnRole.IngestTime).Select(r => r.Index),
            .. roles.Where(r => r.Role == ColumnRole.EventTime).Select(r => r.Index),
            .. roles.Select(r => r.Index),
        ];
        enums = [.. source.Columns.Select(c => c.Type.Enum?.Members.ToDictionary(m => m.Name, m => m.Value))];
    }

    /// <summary>Ingest time, event time, then the columns as declared. 0 only for rows that are equal in every column.</summary>
    public int Compare(StoredValue[]? x, StoredValue[]? y)
    {
        foreach (var column in precedence)
        {
            var order = CompareColumn(column, x![column], y![column]);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>Whether two rows differ only in what versions may differ in: ingest time and columns known after the outcome.</summary>
    public bool AreVersions(StoredValue[] x, StoredValue[] y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            var column = source.Columns[i];
            if (column.Role != ColumnRole.IngestTime && !column.IsKnownAfterOutcome && StoredValue.Compare(x[i], y[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private int CompareColumn(int column, in StoredValue x, in StoredValue y)
    {
        if (enums[column] is { } members && x.Text is not null && y.Text is not null
            && members.TryGetValue(Encoding.UTF8.GetString(x.Text), out var left)
            && members.TryGetValue(Encoding.UTF8.GetString(y.Text), out var right))
        {
            return left.CompareTo(right);
        }

        // Of a member that has been removed from the enum only the name is left to order by.
        return StoredValue.Compare(x, y);
    }
}
