namespace TypedFeatures.Plans;

/// <summary>
/// The statements of one ingestion, which works in tables of its own: rows are inserted into the staged one; of those whose identity occurs twice, in the
/// call or with what is stored, each is classified; new batches take what is new and what has moved. Nothing of it is visible before the commit.
/// </summary>
/// <remarks>
/// The outcome is a function of the set of rows ever ingested, not of their order. Let D be the distinct rows of an event id; where the source has no
/// versions, of rows that differ only in ingest time D keeps the earliest. The least of D is the event; the others are versions of it where they differ from
/// it only in ingest time and columns known after the outcome, and conflicts otherwise. A source without event ids keeps its distinct rows.
/// </remarks>
/// <param name="storage">The database's storage.</param>
/// <param name="source">The source.</param>
/// <param name="id">Tells the ingestion's tables from others': letters and digits.</param>
public sealed class ClickHouseStorageIngest(ClickHouseStorage storage, SourceSchema source, string id)
{
    // As origin: from this call. As target: nowhere.
    private const int Staged = 3;

    // Names of its own have a character that no column's name may have: within a query ClickHouse takes an alias before a column.
    private const string Hash = "\"$hash\"";
    private const string Origin = "\"$origin\"";
    private const string Target = "\"$target\"";
    private const string Batch = ClickHouseStorage.Batch;

    private readonly string columns = ClickHouseStorage.Columns(source);
    private readonly string staged = storage.Qualified(source.Name + "__work_staged_" + id);
    private readonly string repeated = storage.Qualified(source.Name + "__work_repeated_" + id);
    private readonly string classified = storage.Qualified(source.Name + "__work_classified_" + id);

    /// <summary>Makes the table of the call's rows.</summary>
    public string CreateStaged =>
        $"CREATE TABLE {staged} (\n    {ClickHouseStorage.ColumnDefinitions(source)}\n)\nENGINE = MergeTree ORDER BY tuple()";

    /// <summary>Takes rows into the staged table.</summary>
    public string InsertStaged => $"INSERT INTO {staged} ({columns}) FORMAT RowBinary";

    /// <summary>How many rows were staged, and their greatest ingest time; null where the source has none.</summary>
    public string CountStaged =>
        $"SELECT toInt64(count()), {(source.IngestTime is { } time ? $"max(toNullable({ClickHouseText.Name(time.Name)}))" : "CAST(NULL, 'Nullable(Int64)')")} FROM {staged}";

    /// <summary>How many hashes of identities occur more than once.</summary>
    public string CountRepeated => $"SELECT toInt64(count()) FROM {repeated}";

    /// <summary>
    /// In one row: of the call's rows those fresh, added, duplicate, replacing, versions, conflicting; then stored rows that a new one pushed into quarantine.
    /// </summary>
    public string CountClassified =>
        $"""
        SELECT
            toInt64((SELECT count() FROM {staged} WHERE {Identity} NOT IN (SELECT {Hash} FROM {repeated}))),
            toInt64(countIf({Origin} = 3 AND {Target} = 0 AND NOT "$stored")),
            toInt64(countIf({Origin} = 3 AND {Target} = 3)),
            toInt64(countIf({Origin} = 3 AND {Target} = 0 AND "$stored")),
            toInt64(countIf({Origin} = 3 AND {Target} = 1)),
            toInt64(countIf({Origin} = 3 AND {Target} = 2)),
            toInt64(countIf({Origin} < 2 AND {Target} = 2))
        FROM {classified}
        """;

    /// <summary>The stored batches that lose or move a row: place, batch, how many of its rows are classified anew.</summary>
    public string SelectTouched =>
        $"SELECT toInt64({Origin}), {Batch}, toInt64(count()) FROM {classified} WHERE {Origin} < {Staged} AND {IsChanged} GROUP BY {Origin}, {Batch}";

    /// <summary>How many classified rows each place gains: place, rows.</summary>
    public string SelectGains =>
        $"SELECT toInt64({Target}), toInt64(count()) FROM {classified} WHERE {Gains} GROUP BY {Target}";

    /// <summary>Makes the table of the hashes of identities that occur more than once.</summary>
    public string FindRepeated(ClickHouseBatches stored)
    {
        var within = $"SELECT {Identity} AS {Hash} FROM {staged} GROUP BY {Hash} HAVING count() > 1";
        var again = stored.Rows.Count == 0
            ? ""
            : $"\nUNION DISTINCT\nSELECT {Identity} AS {Hash} FROM {storage.Data(source)}\n"
                + $"WHERE {Batch} IN ({ClickHouseText.Literals(stored.Rows)}) AND {Identity} IN (SELECT {Identity} FROM {staged})";
        return $"CREATE TABLE {repeated} ENGINE = MergeTree ORDER BY {Hash} AS\n{within}{again}";
    }

    /// <summary>Makes the table of rows that say where they belong.</summary>
    public string Classify(ClickHouseBatches stored)
    {
        var among = $"{Identity} IN (SELECT {Hash} FROM {repeated})";
        var touched = new List<string> { $"SELECT {columns}, '' AS {Batch}, toUInt8({Staged}) AS {Origin} FROM {staged} WHERE {among}" };
        foreach (var place in new[] { ClickHousePlace.Rows, ClickHousePlace.Versions, ClickHousePlace.Quarantine })
        {
            if (stored[place].Count > 0)
            {
                touched.Add(
                    $"SELECT {columns}, {Batch}, toUInt8({(int)place}) AS {Origin} FROM {storage.Data(source)}\n"
                    + $"WHERE {Batch} IN ({ClickHouseText.Literals(stored[place])}) AND {among}");
            }
        }

        var rows = string.Join("\nUNION ALL\n", touched);
        return $"CREATE TABLE {classified} ENGINE = MergeTree ORDER BY tuple() AS\n"
            + (source.HasEventIds ? ClassifiedEvents(rows) : ClassifiedDimension(rows));
    }

    /// <summary>Writes a batch: of the rows of a place what is fresh, what classification brings, and what remains of batches written anew.</summary>
    public string WriteBatch(ClickHousePlace place, string batch, bool hasClassified, IReadOnlyList<string> rewritten)
    {
        var inputs = new List<string>();
        if (place == ClickHousePlace.Rows)
        {
            inputs.Add($"SELECT {columns} FROM {staged}" + (hasClassified ? $" WHERE {Identity} NOT IN (SELECT {Hash} FROM {repeated})" : ""));
        }

        if (hasClassified)
        {
            inputs.Add($"SELECT {columns} FROM {classified} WHERE {Target} = {(int)place} AND {Gains}");
        }

        if (rewritten.Count > 0)
        {
            inputs.Add(
                $"SELECT {columns} FROM {storage.Data(source)} WHERE {Batch} IN ({ClickHouseText.Literals(rewritten)})"
                + (hasClassified && source.HasEventIds ? $" AND NOT {IsChanged}" : ""));
        }

        return $"INSERT INTO {storage.Data(source)} ({Batch}, {columns})\n"
            + $"SELECT {ClickHouseText.Literal(batch)}, {columns} FROM (\n{string.Join("\nUNION ALL\n", inputs)}\n)";
    }

    /// <summary>How many rows a batch has.</summary>
    public string CountBatch(string batch) => $"SELECT toInt64(count()) FROM {storage.Data(source)} WHERE {Batch} = {ClickHouseText.Literal(batch)}";

    /// <summary>Removes a batch.</summary>
    public string DropBatch(string batch) => $"ALTER TABLE {storage.Data(source)} DROP PARTITION {ClickHouseText.Literal(batch)}";

    /// <summary>Removes the ingestion's own tables, those that it has come to make.</summary>
    public IEnumerable<string> DropWork(bool hasRepeated, bool hasClassified)
    {
        yield return Drop(staged);
        if (hasRepeated)
        {
            yield return Drop(repeated);
        }

        if (hasClassified)
        {
            yield return Drop(classified);
        }

        static string Drop(string table) => $"DROP TABLE IF EXISTS {table}";
    }

    // Where two identities share a hash, both are classified for nothing; classification itself compares values. A tuple is never null.
    private string Identity => source.HasEventIds
        ? $"sipHash64({ClickHouseText.Name(source.EventId.Name)})"
        : $"sipHash64(tuple({columns}))";

    // Rows without ids never move.
    private string IsChanged => !source.HasEventIds
        ? "false"
        : $"{ClickHouseText.Name(source.EventId.Name)} IN (SELECT {ClickHouseText.Name(source.EventId.Name)} FROM {classified} WHERE {Origin} < {Staged} AND {Origin} <> {Target})";

    private string Gains => $"{Target} < {Staged} AND ({Origin} = {Staged} OR {IsChanged})";

    private string ClassifiedDimension(string touched) =>
        $"""
        SELECT *, false AS "$stored",
            toUInt8(CASE WHEN row_number() OVER (PARTITION BY {columns} ORDER BY {Origin}) = 1 THEN 0 ELSE {Staged} END) AS {Target}
        FROM (
        {touched}
        )
        """;

    private string ClassifiedEvents(string touched)
    {
        var eventId = ClickHouseText.Name(source.EventId.Name);
        var ingest = source.IngestTime is { } column ? $"{ClickHouseText.Name(column.Name)} NULLS FIRST, " : "";
        var same = source.HasVersions ? source.Columns : source.Columns.Where(c => c.Role != ColumnRole.IngestTime);
        var fixedColumns = source.Columns.Where(c => c.Role is not ColumnRole.IngestTime && !c.IsKnownAfterOutcome);
        return $"""
            WITH touched AS (
            {touched}
            ), copies AS (
                SELECT *, row_number() OVER (PARTITION BY {ClickHouseText.Names(same.Select(c => c.Name))} ORDER BY {ingest}{Origin}) > 1 AS "$copy"
                FROM touched
            ), ranked AS (
                SELECT *,
                    max({Origin} = 0) OVER (PARTITION BY {eventId}) AS "$stored",
                    row_number() OVER (PARTITION BY {eventId} ORDER BY "$copy", {string.Join(", ", EventOrder())}) AS "$rank"
                FROM copies
            ), compared AS (
                SELECT *, min("$rank") OVER (PARTITION BY {ClickHouseText.Names(fixedColumns.Select(c => c.Name))}) = 1 AS "$version"
                FROM ranked
            )
            SELECT {columns}, {Batch}, {Origin}, "$stored",
                toUInt8(CASE WHEN "$copy" THEN {Staged} WHEN "$rank" = 1 THEN 0 WHEN "$version" THEN 1 ELSE 2 END) AS {Target}
            FROM compared
            """;
    }

    private IEnumerable<string> EventOrder()
    {
        var first = new[] { source.IngestTime, source.Time };
        return first.Concat(source.Columns.Where(c => !first.Contains(c))).Where(c => c is not null).Select(c => OrderOf(c!));
    }

    // String compares by bytes of UTF-8, which is the order of code points.
    private static string OrderOf(SourceColumn column)
    {
        var name = ClickHouseText.Name(column.Name);
        return column.Type.Enum is { } type
            ? $"CASE {string.Join(" ", type.Members.Select(m => $"WHEN {name} = {ClickHouseText.Literal(m.Name)} THEN {m.Value}"))} END NULLS FIRST"
            : $"{name} NULLS FIRST";
    }
}
