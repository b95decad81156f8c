namespace TypedFeatures.Plans;

/// <summary>The statements that make the tables of a store in a PostgreSQL schema. Names are bare: a connection's search path says which schema is meant.</summary>
public static class PostgresStorage
{
    /// <summary>The parameter of a plan's as-of instant, as plans say it.</summary>
    public const string AsOfParameter = "CAST($1 AS timestamp)";

    /// <summary>The table that knows every source of the schema: its columns as <see cref="Signature"/> and the largest ingest time of its rows.</summary>
    public const string SourcesTable = "typed_features_sources";

    /// <summary>Makes <see cref="SourcesTable"/>.</summary>
    public const string CreateSources =
        $"""
        CREATE TABLE IF NOT EXISTS {SourcesTable} (
            name text COLLATE "C" NOT NULL PRIMARY KEY,
            signature text COLLATE "C" NOT NULL,
            ingest_watermark timestamp
        )
        """;

    /// <summary>The stored signature of source <c>$1</c>.</summary>
    public const string SelectSignature = $"SELECT signature FROM {SourcesTable} WHERE name = $1";

    /// <summary>The watermark of source <c>$1</c> in microseconds since 1970; no row where the source is unknown.</summary>
    public const string SelectWatermark =
        $"SELECT (extract(epoch FROM ingest_watermark) * 1000000)::bigint FROM {SourcesTable} WHERE name = $1";

    /// <summary>Moves the watermark of source <c>$1</c> forward to <c>$2</c>, in microseconds since 1970.</summary>
    public const string AdvanceWatermark =
        $"UPDATE {SourcesTable} SET ingest_watermark = greatest(ingest_watermark, add_microseconds(timestamp '1970-01-01', CAST(CAST($2 AS text) AS bigint))) WHERE name = $1";

    /// <summary>Remembers source <c>$1</c> with signature <c>$2</c>.</summary>
    public const string InsertSource = $"INSERT INTO {SourcesTable} (name, signature) VALUES ($1, $2)";

    /// <summary>Waits until no other transaction holds the lock named <c>$1</c>, and holds it to the end of this one.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))";

    /// <summary>Whether schema <c>$1</c> is there: one row or none.</summary>
    public const string FindSchema = "SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1";

    /// <summary>Makes a schema.</summary>
    public static string CreateSchema(string schema) => $"CREATE SCHEMA IF NOT EXISTS {PostgresText.Name(schema)}";

    /// <summary>Removes a store's schema with all it holds.</summary>
    public static string DropSchema(string schema) => $"DROP SCHEMA IF EXISTS {PostgresText.Name(schema)} CASCADE";

    /// <summary>
    /// What a connection of a store is started with. The schema comes before the catalog, so that a source may be named like a relation of it; compiling
    /// plans (jit) costs more than it saves on plans of many short expressions.
    /// </summary>
    public static IReadOnlyList<KeyValuePair<string, string>> SessionSettings(string schema) =>
    [
        new("search_path", schema + ",pg_catalog"), new("jit", "off"), new("timezone", "UTC"), new("datestyle", "ISO"), new("extra_float_digits", "1"),
        new("standard_conforming_strings", "on"),
    ];

    /// <summary>The table of a source's rows.</summary>
    public static string TableOf(SourceSchema source) => TableOf(source.Name);

    /// <summary>
    /// The table behind a name. A table makes a type of its name: one called <c>date</c> would be what casts to <c>date</c> mean from then on. <c>$</c> is in no name in C#.
    /// </summary>
    internal static string TableOf(string name) => PostgresText.IsType(name) ? "$" + name : name;

    /// <summary>The table of later versions of events; only where some column is known after the outcome.</summary>
    public static string VersionsOf(SourceSchema source) => source.Name + "__versions";

    /// <summary>The table of rows that contradict another row with the same event id.</summary>
    public static string QuarantineOf(SourceSchema source) => source.Name + "__quarantine";

    /// <summary>The statements that make a source's tables, in order.</summary>
    public static IReadOnlyList<string> CreateTables(SourceSchema source)
    {
        if (!source.HasEventIds)
        {
            // Not unique: two changes at one instant are two rows.
            var asOf = source.Keys.Append(source.Time).Select(c => c.Name);
            return
            [
                CreateTable(TableOf(source), source, primaryKey: false),
                CreateIndex(source.Name + "__as_of", TableOf(source), asOf),
            ];
        }

        List<string> statements = [CreateTable(TableOf(source), source, primaryKey: true)];
        foreach (var aside in source.HasVersions ? [VersionsOf(source), QuarantineOf(source)] : new[] { QuarantineOf(source) })
        {
            statements.Add(CreateTable(aside, source, primaryKey: false));
            statements.Add(CreateIndex(aside + "__event", aside, [source.EventId.Name]));
        }

        return statements;
    }

    /// <summary>
    /// What must stay the same for stored rows to keep their meaning: the kind, and each column's name, type and part in the life of a row, a line each.
    /// The C# names, the members of enums and what is personal may change.
    /// </summary>
    public static string Signature(SourceSchema source) =>
        string.Join("\n", source.Columns.Select(SignatureOf).Prepend(source.Kind.ToString()));

    /// <summary>Brings the planner's statistics of a table up to date.</summary>
    public static string Analyze(string table) => "ANALYZE " + PostgresText.Name(table);

    private static string SignatureOf(SourceColumn column) =>
        column.Name + " " + (column.Type.Kind is ScalarKind.Decimal ? column.Type.NonNullable.ToString() : column.Type.Kind.ToString()) + (column.Type.IsNullable ? "?" : "")
        + (column.Role == ColumnRole.Value ? "" : " " + column.Role)
        + (column.IsKnownAfterOutcome ? " KnownAfterOutcome" : "");

    private static string CreateTable(string table, SourceSchema source, bool primaryKey)
    {
        var columns = source.Columns.Select(c =>
            PostgresText.Name(c.Name) + " " + PostgresText.ColumnTypeOf(c.Type.Kind)
            + (primaryKey && c.Role == ColumnRole.EventId ? " NOT NULL PRIMARY KEY" : c.Type.IsNullable ? "" : " NOT NULL"));
        return $"CREATE TABLE {PostgresText.Name(table)} (\n    {string.Join(",\n    ", columns)}\n)";
    }

    private static string CreateIndex(string index, string table, IEnumerable<string> columns) =>
        $"CREATE INDEX {PostgresText.Name(index)} ON {PostgresText.Name(table)} ({PostgresText.Names(columns)})";
}
