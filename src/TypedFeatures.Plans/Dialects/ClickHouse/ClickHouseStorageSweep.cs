namespace TypedFeatures.Plans;

/// <summary>The statements that find and remove what ingestions left behind: of failures, of a crash, of what newer manifests replaced.</summary>
/// <param name="storage">The database's storage.</param>
/// <param name="database">The database.</param>
public sealed class ClickHouseStorageSweep(ClickHouseStorage storage, string database)
{
    /// <summary>The batches of a source that were last written so many seconds ago or earlier.</summary>
    public string SelectBatches(SourceSchema source, long age) =>
        $"SELECT partition FROM system.parts\nWHERE database = {ClickHouseText.Literal(database)} AND table = {ClickHouseText.Literal(source.Name + "__data")} AND active\n"
        + $"GROUP BY partition HAVING dateDiff('second', max(modification_time), now()) >= {age}";

    /// <summary>The tables of ingestions into a source that were made so many seconds ago or earlier.</summary>
    public string SelectWork(SourceSchema source, long age) =>
        $"SELECT name FROM system.tables\nWHERE database = {ClickHouseText.Literal(database)} AND startsWith(name, {ClickHouseText.Literal(source.Name + "__work_")})\n"
        + $"AND dateDiff('second', metadata_modification_time, now()) >= {age}";

    /// <summary>Removes a table of an ingestion.</summary>
    public string DropWork(string table) => $"DROP TABLE IF EXISTS {storage.Qualified(table)}";
}
