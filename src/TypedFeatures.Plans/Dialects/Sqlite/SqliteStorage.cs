namespace TypedFeatures.Plans;

/// <summary>The statements that make the tables of an offline SQLite file.</summary>
public static class SqliteStorage
{
    /// <summary>The table that knows every source of the file: its columns as <see cref="Signature"/> and how far it is known.</summary>
    public const string SourcesTable = "typed_features_sources";

    /// <summary>Makes <see cref="SourcesTable"/>.</summary>
    public const string CreateSources =
        $"""
        CREATE TABLE IF NOT EXISTS {SourcesTable} (
            name TEXT NOT NULL PRIMARY KEY,
            signature TEXT NOT NULL,
            ingest_watermark INTEGER
        )
        """;

    /// <summary>Whether <see cref="SourcesTable"/> is there: one row or none.</summary>
    public const string FindSources = $"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '{SourcesTable}'";

    /// <summary>The stored signature and watermark of source <c>?1</c>.</summary>
    public const string SelectSource = $"SELECT signature, ingest_watermark FROM {SourcesTable} WHERE name = ?1";

    /// <summary>Remembers source <c>?1</c> with signature <c>?2</c>.</summary>
    public const string InsertSource = $"INSERT INTO {SourcesTable} (name, signature) VALUES (?1, ?2)";

    /// <summary>Moves the watermark of source <c>?1</c> forward to <c>?2</c>.</summary>
    public const string AdvanceWatermark =
        $"UPDATE {SourcesTable} SET ingest_watermark = max(coalesce(ingest_watermark, ?2), ?2) WHERE name = ?1";

    /// <summary>The table of a source's rows.</summary>
    public static string TableOf(SourceSchema source) => source.Name;

    /// <summary>The table of later versions of events; only where some column is known after the outcome.</summary>
    public static string VersionsOf(SourceSchema source) => source.Name + "__versions";

    /// <summary>The table of rows that contradict another row with the same event id.</summary>
    public static string QuarantineOf(SourceSchema source) => source.Name + "__quarantine";

    /// <summary>The statements that make a source's tables, in order.</summary>
    public static IReadOnlyList<string> CreateTables(SourceSchema source)
    {
        if (!source.HasEventIds)
        {
            // Not unique: two changes at one instant are two rows. The rowid stays: queries join a dimension by it.
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

    private static string SignatureOf(SourceColumn column) =>
        column.Name + " " + (column.Type.Kind == ScalarKind.Decimal ? column.Type.NonNullable.ToString() : column.Type.Kind.ToString())
        + (column.Type.Kind == ScalarKind.Vector ? $"({column.Type.Length})" : "") + (column.Type.IsNullable ? "?" : "")
        + (column.Role == ColumnRole.Value ? "" : " " + column.Role)
        + (column.IsKnownAfterOutcome ? " KnownAfterOutcome" : "");

    private static string CreateTable(string table, SourceSchema source, bool primaryKey)
    {
        var columns = source.Columns.Select(c =>
            SqliteText.Name(c.Name) + " "
            + (primaryKey && c.Role == ColumnRole.EventId ? EventIdType(c) + " NOT NULL PRIMARY KEY" : TypeAndNull(c)));
        return $"CREATE TABLE {SqliteText.Name(table)} (\n    {string.Join(",\n    ", columns)}\n)";
    }

    // "INTEGER PRIMARY KEY" would make the id the rowid, and ingestion tells this call's rows from older ones by rowids that only grow. INT has the same affinity.
    private static string EventIdType(SourceColumn column) =>
        SqliteText.TypeOf(column.Type.Kind) is "INTEGER" ? "INT" : SqliteText.TypeOf(column.Type.Kind);

    private static string TypeAndNull(SourceColumn column) =>
        SqliteText.TypeOf(column.Type.Kind) + (column.Type.IsNullable ? "" : " NOT NULL");

    private static string CreateIndex(string index, string table, IEnumerable<string> columns) =>
        $"CREATE INDEX {SqliteText.Name(index)} ON {SqliteText.Name(table)} ({SqliteText.Names(columns)})";
}
