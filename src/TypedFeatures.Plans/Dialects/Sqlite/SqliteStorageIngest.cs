namespace TypedFeatures.Plans;

/// <summary>The statements that bring rows into the tables of <see cref="SqliteStorage"/>. Parameters are the columns in declaration order, from <c>?1</c>.</summary>
public static class SqliteStorageIngest
{
    /// <summary>The temporary table of this call's rows whose event id was there already.</summary>
    public const string StagingTable = "temp.ingest_staging";

    /// <summary>Drops <see cref="StagingTable"/>.</summary>
    public const string DropStaging = "DROP TABLE " + StagingTable;

    /// <summary>Makes <see cref="StagingTable"/>.</summary>
    public static string CreateStaging(SourceSchema events) =>
        $"CREATE TABLE {StagingTable} ({string.Join(", ", events.Columns.Select(c => SqliteText.Name(c.Name) + " " + SqliteText.TypeOf(c.Type.Kind)))})";

    /// <summary>Adds a row to <see cref="StagingTable"/>.</summary>
    public static string InsertStaging(SourceSchema events) => Insert(StagingTable, events);

    /// <summary>This call's colliding rows, event by event.</summary>
    public static string SelectStaging(SourceSchema events) =>
        $"SELECT {Columns(events)} FROM {StagingTable} ORDER BY {SqliteText.Name(events.EventId.Name)}";

    /// <summary>The largest rowid, or 0: rows added later have greater ones.</summary>
    public static string SelectLastRowid(SourceSchema events) =>
        $"SELECT coalesce(max(rowid), 0) FROM {SqliteText.Name(SqliteStorage.TableOf(events))}";

    /// <summary>Adds an event unless its id is there.</summary>
    public static string InsertEvent(SourceSchema events) =>
        $"{Insert(SqliteText.Name(SqliteStorage.TableOf(events)), events)}\nON CONFLICT ({SqliteText.Name(events.EventId.Name)}) DO NOTHING";

    /// <summary>Adds a row to a table of a source as it is.</summary>
    public static string InsertInto(string table, SourceSchema source) => Insert(SqliteText.Name(table), source);

    /// <summary>The rowid and columns of the rows of event <c>?1</c> in a table of a source.</summary>
    public static string SelectEvent(string table, SourceSchema events) =>
        $"SELECT rowid, {Columns(events)} FROM {SqliteText.Name(table)} WHERE {SqliteText.Name(events.EventId.Name)} = ?1";

    /// <summary>Removes the rows of event <c>?1</c> from a table of a source.</summary>
    public static string DeleteEvent(string table, SourceSchema events) =>
        $"DELETE FROM {SqliteText.Name(table)} WHERE {SqliteText.Name(events.EventId.Name)} = ?1";

    /// <summary>Gives the event in the row of rowid <c>?N+1</c>, after N columns, other columns.</summary>
    public static string ReplaceEvent(SourceSchema events) =>
        $"UPDATE {SqliteText.Name(SqliteStorage.TableOf(events))}\n"
        + $"SET {string.Join(", ", events.Columns.Select((c, i) => $"{SqliteText.Name(c.Name)} = ?{i + 1}"))}\n"
        + $"WHERE rowid = ?{events.Columns.Count + 1}";

    /// <summary>Adds a row of a source without event ids unless the same row is there.</summary>
    public static string InsertDimension(SourceSchema dimension)
    {
        var table = SqliteText.Name(SqliteStorage.TableOf(dimension));

        // IS, because null is the same as null here; the index on key and valid-from serves it too.
        var same = dimension.Columns.Select((c, i) => $"{SqliteText.Name(c.Name)} IS ?{i + 1}");
        return $"INSERT INTO {table} ({Columns(dimension)})\nSELECT {Parameters(dimension)}\n"
            + $"WHERE NOT EXISTS (SELECT 1 FROM {table} WHERE {string.Join(" AND ", same)})";
    }

    private static string Insert(string table, SourceSchema source) =>
        $"INSERT INTO {table} ({Columns(source)}) VALUES ({Parameters(source)})";

    private static string Columns(SourceSchema source) => SqliteText.Names(source.Columns.Select(c => c.Name));

    private static string Parameters(SourceSchema source) => string.Join(", ", source.Columns.Select((_, i) => $"?{i + 1}"));
}
