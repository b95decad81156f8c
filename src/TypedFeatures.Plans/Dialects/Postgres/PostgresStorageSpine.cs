namespace TypedFeatures.Plans;

/// <summary>The statements that make the table <c>spine</c> of one query. Plans find it under its bare name, as temporary tables hide others.</summary>
public static class PostgresStorageSpine
{
    /// <summary>The table's name.</summary>
    public const string Table = "spine";

    /// <summary>Takes rows in binary form: <c>ordinal</c>, then the columns.</summary>
    public const string Copy = "COPY pg_temp.spine FROM STDIN (FORMAT binary)";

    /// <summary>Brings the planner's statistics up to date: it knows nothing of a temporary table.</summary>
    public const string Analyze = "ANALYZE pg_temp.spine";

    /// <summary>Makes the table; it goes with the transaction.</summary>
    /// <param name="columns">The names and types of the columns after <c>ordinal</c>.</param>
    public static string Create(IEnumerable<KeyValuePair<string, ScalarType>> columns)
    {
        var all = columns.Select(c => PostgresText.Name(c.Key) + " " + PostgresText.ColumnTypeOf(c.Value.Kind)).Prepend("ordinal bigint NOT NULL");
        return $"CREATE TEMP TABLE spine ({string.Join(", ", all)}) ON COMMIT DROP";
    }
}
