using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>The SQL of a source's own rows on one engine.</summary>
public static class SourceSql
{
    /// <summary>
    /// The rows that there were at the as-of instant: those that had happened, or held, and were known by then. All columns, in the order of the schema; rows in
    /// no order. Of an event that has versions it is the one that features see.
    /// </summary>
    /// <param name="source">A stored source.</param>
    /// <param name="engine">The engine's name.</param>
    /// <exception cref="ArgumentException">No plans are printed for an engine of that name.</exception>
    public static string RowsUpTo(SourceSchema source, string engine)
    {
        var dialect = SqlDialect.All.FirstOrDefault(d => d.Engine == engine)
            ?? throw new ArgumentException($"There is no engine '{engine}'. Engines are {string.Join(", ", SqlDialect.All.Select(d => d.Engine))}.", nameof(engine));
        const string Row = "r";
        var instants = source.IngestTime is { } ingested ? new[] { source.Time, ingested } : [source.Time];
        var query = new SqlSelect
        {
            Outputs = source.Columns.Select(c => new SqlOutput(new SqlColumn(Row, c.Name), c.Name)).ToEquatableArray(),
            From = new SqlTable(source.Name, Row),
            Where = instants.Select(i => SqlMake.Compare(new SqlColumn(Row, i.Name), "<=", dialect.AsOfParameter)).ToEquatableArray(),
        };
        return SqlPrinter.Print(query, dialect);
    }
}
