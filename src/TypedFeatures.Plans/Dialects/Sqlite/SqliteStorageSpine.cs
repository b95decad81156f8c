namespace TypedFeatures.Plans;

/// <summary>The statements that make the table <c>spine</c> of one query.</summary>
public static class SqliteStorageSpine
{
    /// <summary>Makes the table; plans find it under its bare name, as temporary tables hide others.</summary>
    /// <param name="columns">The names and types of the columns after <c>ordinal</c>.</param>
    public static string Create(IEnumerable<KeyValuePair<string, ScalarType>> columns)
    {
        // As primary key the ordinal is the rowid: rows come in spine order without a sort.
        var all = columns.Select(c => SqliteText.Name(c.Key) + " " + SqliteText.TypeOf(c.Value.Kind)).Prepend("ordinal INTEGER PRIMARY KEY");
        return $"CREATE TABLE temp.spine ({string.Join(", ", all)})";
    }

    /// <summary>Adds a row: <c>ordinal</c> is <c>?1</c>, then the columns.</summary>
    /// <param name="columnCount">How many columns come after <c>ordinal</c>.</param>
    public static string Insert(int columnCount) =>
        $"INSERT INTO temp.spine VALUES ({string.Join(", ", Enumerable.Range(1, columnCount + 1).Select(i => $"?{i}"))})";
}
