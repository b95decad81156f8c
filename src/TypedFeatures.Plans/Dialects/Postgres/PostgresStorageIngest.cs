namespace TypedFeatures.Plans;

/// <summary>
/// The statements of one ingestion, within one transaction. Rows are copied into a temporary table; those whose event id occurs once and is not stored are
/// simply added; the others are classified together with the stored rows of their ids, and rows change place where their set demands it.
/// </summary>
/// <remarks>
/// The outcome is a function of the set of rows ever ingested, not of their order. Let D be the distinct rows of an event id; where the source has no
/// versions, of rows that differ only in ingest time D keeps the earliest. The least of D is the event; the others are versions of it where they differ from
/// it only in ingest time and columns known after the outcome, and conflicts otherwise. A dimension keeps its distinct rows.
/// Places are numbers: 0 the events, 1 the versions, 2 the conflicts, 3 the call's rows (as target: nowhere).
/// </remarks>
public static class PostgresStorageIngest
{
    private const string Staged = "pg_temp.\"$staged\"";
    private const string Candidates = "pg_temp.\"$candidates\"";
    private const string Classified = "pg_temp.\"$classified\"";

    /// <summary>Brings the planner's statistics of the call's rows up to date.</summary>
    public const string AnalyzeStaged = "ANALYZE " + Staged;

    /// <summary>How many event ids need a look at all their rows.</summary>
    public const string CountCandidates = $"SELECT count(*) FROM {Candidates}";

    /// <summary>
    /// In one row: of the call's rows those added, duplicate, replacing, versions, conflicting; then stored rows that a new one pushed into quarantine.
    /// </summary>
    public const string CountClassified =
        $"""
        SELECT
            count(*) FILTER (WHERE "$origin" = 3 AND "$target" = 0 AND NOT "$stored"),
            count(*) FILTER (WHERE "$origin" = 3 AND "$target" = 3),
            count(*) FILTER (WHERE "$origin" = 3 AND "$target" = 0 AND "$stored"),
            count(*) FILTER (WHERE "$origin" = 3 AND "$target" = 1),
            count(*) FILTER (WHERE "$origin" = 3 AND "$target" = 2),
            count(*) FILTER (WHERE "$origin" < 2 AND "$target" = 2)
        FROM {Classified}
        """;

    /// <summary>Makes the temporary table of the call's rows.</summary>
    public static string CreateStaged(SourceSchema source) =>
        $"CREATE TEMP TABLE \"$staged\" ({string.Join(", ", source.Columns.Select(c => PostgresText.Name(c.Name) + " " + PostgresText.ColumnTypeOf(c.Type.Kind)))}) ON COMMIT DROP";

    /// <summary>Takes the call's rows in binary form.</summary>
    public static string CopyStaged(SourceSchema source) => $"COPY {Staged} ({Columns(source)}) FROM STDIN (FORMAT binary)";

    /// <summary>Moves the watermark of source <c>$1</c> forward to the largest ingest time of the call's rows.</summary>
    /// <param name="ingestTime">The source's column of ingest times.</param>
    public static string AdvanceWatermark(SourceColumn ingestTime) =>
        $"UPDATE {PostgresStorage.SourcesTable} SET ingest_watermark = greatest(ingest_watermark, (SELECT max({PostgresText.Name(ingestTime.Name)}) FROM {Staged})) WHERE name = $1";

    /// <summary>Adds the call's rows of a dimension that are not there yet.</summary>
    public static string InsertDimension(SourceSchema dimension)
    {
        // "=" where it can be, for the index on key and valid-from; null is the same as null here.
        var same = dimension.Columns.Select(c =>
            $"stored.{PostgresText.Name(c.Name)} {(c.Type.IsNullable ? "IS NOT DISTINCT FROM" : "=")} staged.{PostgresText.Name(c.Name)}");
        var table = PostgresText.Name(PostgresStorage.TableOf(dimension));
        return $"INSERT INTO {table} ({Columns(dimension)})\nSELECT DISTINCT {Columns(dimension)} FROM {Staged} AS staged\n"
            + $"WHERE NOT EXISTS (SELECT 1 FROM {table} AS stored WHERE {string.Join(" AND ", same)})";
    }

    /// <summary>Makes the temporary table of event ids that occur more than once.</summary>
    public static string FindCandidates(SourceSchema events)
    {
        var id = PostgresText.Name(events.EventId.Name);
        return $"""
            CREATE TEMP TABLE "$candidates" ON COMMIT DROP AS
            SELECT {id} AS id FROM {Staged} GROUP BY {id} HAVING count(*) > 1
            UNION
            SELECT staged.{id} FROM {Staged} AS staged JOIN {PostgresText.Name(PostgresStorage.TableOf(events))} AS stored ON stored.{id} = staged.{id}
            """;
    }

    /// <summary>Adds the call's rows that need no look at others.</summary>
    public static string InsertFresh(SourceSchema events) =>
        $"INSERT INTO {PostgresText.Name(PostgresStorage.TableOf(events))} ({Columns(events)})\nSELECT {Columns(events)} FROM {Staged} AS staged\n"
        + $"WHERE NOT EXISTS (SELECT 1 FROM {Candidates} AS c WHERE c.id = staged.{PostgresText.Name(events.EventId.Name)})";

    /// <summary>Makes the temporary table of all rows of the candidates, each with the place it comes from and the place it belongs to.</summary>
    public static string Classify(SourceSchema events)
    {
        var columns = Columns(events);
        var id = PostgresText.Name(events.EventId.Name);
        var touched = Places(events).Select(p => (p.Place, Table: PostgresText.Name(p.Table))).Append((Place: 3, Table: Staged))
            .Select(p => $"SELECT {columns}, {p.Place} AS \"$origin\", ctid AS \"$at\" FROM {p.Table} WHERE {id} IN (SELECT c.id FROM {Candidates} AS c)");
        var ingest = events.IngestTime is { } column ? PostgresText.Name(column.Name) + " NULLS FIRST, " : "";
        var same = events.HasVersions ? events.Columns : events.Columns.Where(c => c.Role != ColumnRole.IngestTime);
        var fixedColumns = events.Columns.Where(c => c.Role != ColumnRole.IngestTime && !c.IsKnownAfterOutcome).Select(c => PostgresText.Name(c.Name));
        return $"""
            CREATE TEMP TABLE "$classified" ON COMMIT DROP AS
            WITH touched AS (
            {string.Join("\nUNION ALL\n", touched)}
            ), copies AS (
                SELECT *,
                    row_number() OVER (PARTITION BY {PostgresText.Names(same.Select(c => c.Name))} ORDER BY {ingest}"$origin", "$at") > 1 AS "$copy"
                FROM touched
            ), ranked AS (
                SELECT *,
                    bool_or("$origin" = 0) OVER (PARTITION BY {id}) AS "$stored",
                    row_number() OVER event AS "$rank",
                    {string.Join("\n                    AND ", fixedColumns.Select(c => $"{c} IS NOT DISTINCT FROM first_value({c}) OVER event"))} AS "$version"
                FROM copies
                WINDOW event AS (PARTITION BY {id} ORDER BY "$copy", {string.Join(", ", EventOrder(events))})
            )
            SELECT {columns}, "$origin", "$at", "$stored",
                CASE WHEN "$copy" THEN 3 WHEN "$rank" = 1 THEN 0 WHEN "$version" THEN 1 ELSE 2 END AS "$target"
            FROM ranked
            """;
    }

    /// <summary>The statements that put the classified rows into their places, in order.</summary>
    public static IEnumerable<string> Move(SourceSchema events)
    {
        var places = Places(events).ToList();
        foreach (var (place, table) in places)
        {
            yield return $"DELETE FROM {PostgresText.Name(table)} AS stored USING {Classified} AS c\n"
                + $"WHERE c.\"$origin\" = {place} AND c.\"$target\" <> {place} AND stored.ctid = c.\"$at\"";
        }

        foreach (var (place, table) in places)
        {
            yield return $"INSERT INTO {PostgresText.Name(table)} ({Columns(events)})\n"
                + $"SELECT {Columns(events)} FROM {Classified} WHERE \"$target\" = {place} AND \"$origin\" <> {place}";
        }
    }

    private static IEnumerable<(int Place, string Table)> Places(SourceSchema events)
    {
        yield return (0, PostgresStorage.TableOf(events));
        if (events.HasVersions)
        {
            yield return (1, PostgresStorage.VersionsOf(events));
        }

        yield return (2, PostgresStorage.QuarantineOf(events));
    }

    private static IEnumerable<string> EventOrder(SourceSchema source)
    {
        var first = new[] { source.IngestTime, source.Time };
        return first.Concat(source.Columns.Where(c => !first.Contains(c))).Where(c => c is not null).Select(c => OrderOf(c!));
    }

    private static string OrderOf(SourceColumn column)
    {
        var name = PostgresText.Name(column.Name);
        return column.Type.Enum is { } type
            ? $"CASE {name} {string.Join(" ", type.Members.Select(m => $"WHEN {PostgresText.Literal(m.Name)} THEN {m.Value}"))} END NULLS FIRST"
            : $"{name} NULLS FIRST";
    }

    private static string Columns(SourceSchema source) => PostgresText.Names(source.Columns.Select(c => c.Name));
}
