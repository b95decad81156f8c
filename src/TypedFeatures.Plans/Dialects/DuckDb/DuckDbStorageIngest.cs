namespace TypedFeatures.Plans;

/// <summary>The paths of a source's active parts.</summary>
/// <param name="Rows">The events, or the dimension's rows.</param>
/// <param name="Versions">Later versions of events.</param>
/// <param name="Quarantine">Rows that contradict another row with the same event id.</param>
public sealed record DuckDbParts(IReadOnlyList<string> Rows, IReadOnlyList<string> Versions, IReadOnlyList<string> Quarantine)
{
    /// <summary>The parts of one place.</summary>
    public IReadOnlyList<string> this[DuckDbPlace place] => place switch
    {
        DuckDbPlace.Rows => Rows,
        DuckDbPlace.Versions => Versions,
        DuckDbPlace.Quarantine => Quarantine,
        _ => [],
    };
}

/// <summary>Where a row is or belongs; the numbers appear in the statements.</summary>
public enum DuckDbPlace
{
    /// <summary>Among the source's rows.</summary>
    Rows = 0,

    /// <summary>Among the later versions.</summary>
    Versions = 1,

    /// <summary>Among the conflicts.</summary>
    Quarantine = 2,

    /// <summary>As origin: appended in this call. As target: nowhere.</summary>
    Staged = 3,
}

/// <summary>
/// The statements of one ingestion. Rows are appended to <see cref="StagedTable"/>; <see cref="FindCandidates"/> finds, by hash, the identities that occur
/// more than once in the call or are stored already; only their rows are classified (<see cref="Classify"/>, in slices of the hash so that memory stays
/// bounded); <see cref="WriteParts"/> writes what is new and what has moved.
/// </summary>
/// <remarks>
/// The outcome is a function of the set of rows ever ingested, not of their order. Let D be the distinct rows of an event id; where the source has no
/// versions, of rows that differ only in ingest time D keeps the earliest. The least of D is the event; the others are versions of it where they differ from
/// it only in ingest time and columns known after the outcome, and conflicts otherwise. A source without event ids keeps its distinct rows.
/// </remarks>
public static class DuckDbStorageIngest
{
    /// <summary>The temporary table of the call's rows.</summary>
    public const string StagedTable = "staged";

    /// <summary>How many hashes <see cref="FindCandidates"/> found.</summary>
    public const string CountCandidates = "SELECT count(*) FROM candidates";

    /// <summary>
    /// Of the slice at hand, in one row: of the call's rows those added, duplicate, replacing, versions, conflicting; then stored rows that a new
    /// one pushed into quarantine.
    /// </summary>
    public const string CountClassified =
        """
        SELECT
            count(*) FILTER ("$origin" = 3 AND "$target" = 0 AND NOT "$stored"),
            count(*) FILTER ("$origin" = 3 AND "$target" = 3),
            count(*) FILTER ("$origin" = 3 AND "$target" = 0 AND "$stored"),
            count(*) FILTER ("$origin" = 3 AND "$target" = 1),
            count(*) FILTER ("$origin" = 3 AND "$target" = 2),
            count(*) FILTER ("$origin" < 2 AND "$target" = 2)
        FROM classified
        """;

    /// <summary>Keeps the rows of the slice at hand that change place.</summary>
    public const string KeepChanges = "INSERT INTO changes SELECT * FROM classified WHERE \"$origin\" <> \"$target\"";

    /// <summary>Forgets the slice at hand.</summary>
    public const string DropClassified = "DROP TABLE classified";

    /// <summary>One row per place and part that loses rows: place, part from 0, how many rows.</summary>
    public const string SelectLosses =
        "SELECT \"$origin\"::INTEGER, \"$part\", count(*) FROM changes WHERE \"$origin\" < 3 GROUP BY ALL";

    /// <summary>One row per place that gains classified rows: place, how many rows.</summary>
    public const string SelectGains =
        "SELECT \"$target\"::INTEGER, count(*) FROM changes WHERE \"$target\" < 3 GROUP BY ALL";

    /// <summary>The hash of an identity: a name that no column of a source can have.</summary>
    private const string Hash = "\"$hash\"";

    /// <summary>How many of the call's rows need no classification.</summary>
    public static string CountFresh(SourceSchema source) =>
        $"SELECT count(*) FROM {StagedTable} ANTI JOIN candidates ON {Identity(source)} = {Hash}";

    /// <summary>The greatest ingest time of the call's rows.</summary>
    /// <param name="ingestTime">The source's column of ingest times.</param>
    public static string GreatestIngestTime(SourceColumn ingestTime) => $"SELECT max({DuckDbText.Name(ingestTime.Name)}) FROM {StagedTable}";

    /// <summary>Makes <see cref="StagedTable"/>.</summary>
    public static string CreateStaged(SourceSchema source) =>
        DuckDbStorage.CreateTable(StagedTable, source.Columns.Select(c => new KeyValuePair<string, ScalarType>(c.Name, c.Type)));

    /// <summary>Makes the table of the hashes of identities that occur more than once.</summary>
    public static string FindCandidates(SourceSchema source, DuckDbParts parts)
    {
        var identity = Identity(source);
        var repeated = $"SELECT {identity} AS {Hash} FROM {StagedTable} GROUP BY ALL HAVING count(*) > 1";
        var stored = parts.Rows.Count == 0
            ? ""
            : $"\nUNION\nSELECT {identity} AS {Hash} FROM read_parquet({DuckDbText.Literals(parts.Rows)})\n"
                + $"WHERE {Hash} IN (SELECT {identity} FROM {StagedTable})";
        return $"CREATE TEMP TABLE candidates AS\n{repeated}{stored}";
    }

    /// <summary>Makes the empty table of rows that change place.</summary>
    public static string CreateChanges(SourceSchema source) =>
        $"CREATE TEMP TABLE changes AS\n{ClassifiedOf(source, $"FROM {StagedRows(source)} WHERE false")}";

    /// <summary>Classifies the rows of one slice of the candidates.</summary>
    /// <param name="source">The source.</param>
    /// <param name="parts">What is stored.</param>
    /// <param name="slice">The slice, from 0.</param>
    /// <param name="slices">How many slices there are.</param>
    public static string Classify(SourceSchema source, DuckDbParts parts, int slice, int slices)
    {
        var among = $"WHERE {Identity(source)} IN (SELECT {Hash} FROM candidates WHERE {Hash} % {slices} = {slice})";
        var touched = new List<string> { $"SELECT * FROM {StagedRows(source)} {among}" };
        foreach (var place in new[] { DuckDbPlace.Rows, DuckDbPlace.Versions, DuckDbPlace.Quarantine })
        {
            if (parts[place].Count > 0)
            {
                touched.Add($"SELECT * FROM {StoredRows(source, place, parts[place], parts[place])} {among}");
            }
        }

        return $"CREATE TEMP TABLE classified AS\n{ClassifiedOf(source, string.Join("\nUNION ALL\n", touched))}";
    }

    /// <summary>Writes new parts of one place; the result has the column <c>filename</c> first and <c>count</c> second, one row per part.</summary>
    /// <param name="source">The source.</param>
    /// <param name="place">The place.</param>
    /// <param name="parts">The parts of that place, as they were classified.</param>
    /// <param name="rewritten">Those of them whose remaining rows go into the new parts too.</param>
    /// <param name="folder">Where the new parts are written.</param>
    /// <param name="prefix">How their names begin.</param>
    public static string WriteParts(
        SourceSchema source, DuckDbPlace place, IReadOnlyList<string> parts, IReadOnlyList<string> rewritten, string folder, string prefix)
    {
        var columns = DuckDbStorage.Columns(source);
        var inputs = new List<string>();
        if (place == DuckDbPlace.Rows)
        {
            inputs.Add($"SELECT {columns} FROM {StagedTable} ANTI JOIN candidates ON {Identity(source)} = {Hash}");
        }

        inputs.Add($"SELECT {columns} FROM changes WHERE \"$target\" = {(int)place}");
        if (rewritten.Count > 0)
        {
            inputs.Add(
                $"SELECT {columns} FROM {StoredRows(source, place, parts, rewritten)} AS kept\n"
                + $"ANTI JOIN (FROM changes WHERE \"$origin\" = {(int)place}) AS lost\n"
                + "ON kept.\"$part\" = lost.\"$part\" AND kept.\"$row\" = lost.\"$row\"");
        }

        // About a million rows a part: few enough to rewrite one quickly, enough to read many fast.
        return $"COPY (\n{string.Join("\nUNION ALL\n", inputs)}\n) TO {DuckDbText.Literal(folder)} (FORMAT parquet, COMPRESSION zstd, "
            + $"ROW_GROUPS_PER_FILE 8, FILENAME_PATTERN {DuckDbText.Literal(prefix + "-{uuid}")}, OVERWRITE_OR_IGNORE true, RETURN_STATS true)";
    }

    private static string StagedRows(SourceSchema source) =>
        $"(SELECT {DuckDbStorage.Columns(source)}, 3::TINYINT AS \"$origin\", 0 AS \"$part\", rowid AS \"$row\" FROM {StagedTable})";

    private static string StoredRows(SourceSchema source, DuckDbPlace place, IReadOnlyList<string> numbered, IReadOnlyList<string> read) =>
        $"(SELECT {DuckDbStorage.Columns(source)}, {(int)place}::TINYINT AS \"$origin\", "
        + $"list_position({DuckDbText.Literals(numbered)}, filename) - 1 AS \"$part\", file_row_number AS \"$row\" "
        + $"FROM read_parquet({DuckDbText.Literals(read)}, filename = true, file_row_number = true))";

    private static string ClassifiedOf(SourceSchema source, string touched) =>
        source.HasEventIds ? ClassifiedEvents(source, touched) : ClassifiedDimension(source, touched);

    private static string ClassifiedDimension(SourceSchema source, string touched) =>
        $"""
        WITH touched AS (
        {touched}
        )
        SELECT *, false AS "$stored",
            CASE WHEN row_number() OVER (PARTITION BY {DuckDbStorage.Columns(source)} ORDER BY "$origin", "$row") = 1 THEN 0 ELSE 3 END AS "$target"
        FROM touched
        """;

    private static string ClassifiedEvents(SourceSchema source, string touched)
    {
        var ingest = source.IngestTime is { } column ? $"{DuckDbText.Name(column.Name)} NULLS FIRST, " : "";
        var same = source.HasVersions ? source.Columns : source.Columns.Where(c => c.Role != ColumnRole.IngestTime);
        var fixedColumns = source.Columns.Where(c => c.Role != ColumnRole.IngestTime && !c.IsKnownAfterOutcome);
        var fixedRow = $"row({DuckDbText.Names(fixedColumns.Select(c => c.Name))})";
        return $"""
            WITH touched AS (
            {touched}
            ), copies AS (
                SELECT *,
                    row_number() OVER (PARTITION BY {DuckDbText.Names(same.Select(c => c.Name))} ORDER BY {ingest}"$origin", "$row") > 1 AS "$copy"
                FROM touched
            ), ranked AS (
                SELECT *,
                    bool_or("$origin" = 0) OVER (event ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "$stored",
                    row_number() OVER event AS "$rank",
                    {fixedRow} IS NOT DISTINCT FROM first_value({fixedRow}) OVER event AS "$version"
                FROM copies
                WINDOW event AS (
                    PARTITION BY {DuckDbText.Name(source.EventId.Name)}
                    ORDER BY "$copy", {string.Join(", ", EventOrder(source))}
                )
            )
            SELECT {DuckDbStorage.Columns(source)}, "$origin", "$part", "$row", "$stored",
                CASE WHEN "$copy" THEN 3 WHEN "$rank" = 1 THEN 0 WHEN "$version" THEN 1 ELSE 2 END AS "$target"
            FROM ranked
            """;
    }

    private static IEnumerable<string> EventOrder(SourceSchema source)
    {
        var first = new[] { source.IngestTime, source.Time };
        return first.Concat(source.Columns.Where(c => !first.Contains(c))).Where(c => c is not null).Select(c => OrderOf(c!));
    }

    // VARCHAR compares by UTF-8 bytes, which is the order of code points.
    private static string OrderOf(SourceColumn column)
    {
        var name = DuckDbText.Name(column.Name);
        return column.Type.Enum is { } type
            ? $"CASE {name} {string.Join(" ", type.Members.Select(m => $"WHEN {DuckDbText.Literal(m.Name)} THEN {m.Value}"))} END NULLS FIRST"
            : $"{name} NULLS FIRST";
    }

    // Where two identities share a hash, both are classified for nothing; classification itself compares values.
    private static string Identity(SourceSchema source) =>
        source.HasEventIds ? $"hash({DuckDbText.Name(source.EventId.Name)})" : $"hash({DuckDbStorage.Columns(source)})";
}
