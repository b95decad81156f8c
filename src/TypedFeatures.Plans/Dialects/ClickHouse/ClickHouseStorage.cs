using System.Globalization;

namespace TypedFeatures.Plans;

/// <summary>Where the rows of a source are.</summary>
public enum ClickHousePlace
{
    /// <summary>The events, one row each; the rows of a dimension.</summary>
    Rows = 0,

    /// <summary>Later versions of events.</summary>
    Versions = 1,

    /// <summary>Rows that contradict another one of the same event.</summary>
    Quarantine = 2,
}

/// <summary>The batches of each place that a source is made of.</summary>
/// <param name="Rows">Those of <see cref="ClickHousePlace.Rows"/>.</param>
/// <param name="Versions">Those of <see cref="ClickHousePlace.Versions"/>.</param>
/// <param name="Quarantine">Those of <see cref="ClickHousePlace.Quarantine"/>.</param>
public sealed record ClickHouseBatches(IReadOnlyList<string> Rows, IReadOnlyList<string> Versions, IReadOnlyList<string> Quarantine)
{
    /// <summary>The batches of one place.</summary>
    public IReadOnlyList<string> this[ClickHousePlace place] => place switch
    {
        ClickHousePlace.Rows => Rows,
        ClickHousePlace.Versions => Versions,
        _ => Quarantine,
    };
}

/// <summary>
/// Sources in a ClickHouse database. All rows of a source lie in one table, partitioned by the batch that brought them; which batches count is said by the
/// source's manifest, the comment of its newest view <c>NAME__vN</c>. A view is made in one step, which fails where its name is taken: that is the commit.
/// </summary>
/// <param name="database">The database.</param>
public sealed class ClickHouseStorage(string database)
{
    /// <summary>The table <c>spine</c> of a query, sent along with it.</summary>
    public const string SpineTable = "spine";

    /// <summary>The partition column.</summary>
    internal const string Batch = "\"$batch\"";

    /// <summary>Makes the database where it is missing.</summary>
    public string CreateDatabase => $"CREATE DATABASE IF NOT EXISTS {ClickHouseText.Name(database)}";

    /// <summary>Removes the database with all it holds.</summary>
    public string DropDatabase => $"DROP DATABASE IF EXISTS {ClickHouseText.Name(database)}";

    /// <summary>Stops a query of this user by its id.</summary>
    public static string Kill(string queryId) => $"KILL QUERY WHERE query_id = {ClickHouseText.Literal(queryId)} ASYNC";

    /// <summary>Makes the table of a source's rows where it is missing.</summary>
    public string CreateData(SourceSchema source) =>
        $"CREATE TABLE IF NOT EXISTS {Data(source)} (\n    {Batch} String,\n    {ColumnDefinitions(source)}\n)\n"
        + $"ENGINE = MergeTree PARTITION BY {Batch} ORDER BY {ClickHouseText.Name(source.Time.Name)}";

    /// <summary>The manifests of sources, older ones too: the name and the comment of each view, and its age in seconds.</summary>
    public string SelectManifests(IEnumerable<SourceSchema> sources) =>
        $"SELECT name, comment, toInt64(dateDiff('second', metadata_modification_time, now())) AS age FROM system.tables\n"
        + $"WHERE database = {ClickHouseText.Literal(database)} AND engine = 'View' AND ("
        + string.Join(" OR ", sources.Select(s => $"startsWith(name, {ClickHouseText.Literal(s.Name + "__v")})")) + ")";

    /// <summary>The name of the view that carries manifest <paramref name="version"/>.</summary>
    public static string ManifestName(SourceSchema source, long version) => source.Name + "__v" + version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Commits a manifest; fails where another process has committed the same version. As a view it shows the source's rows to people.</summary>
    public string Commit(SourceSchema source, long version, ClickHouseBatches batches, string manifest) =>
        $"CREATE VIEW {Qualified(ManifestName(source, version))} AS\n{Select(source, batches.Rows)}\nCOMMENT {ClickHouseText.Literal(manifest)}";

    /// <summary>Removes an old manifest.</summary>
    public string DropManifest(SourceSchema source, long version) => $"DROP VIEW IF EXISTS {Qualified(ManifestName(source, version))}";

    /// <summary>A plan that reads sources as their manifests show them.</summary>
    /// <param name="sql">The plan.</param>
    /// <param name="sources">The sources it names, with their batches; null where nothing was ingested yet.</param>
    public string Over(string sql, IReadOnlyList<KeyValuePair<SourceSchema, ClickHouseBatches?>> sources)
    {
        const string With = "WITH ";
        var tables = new List<string>();
        foreach (var source in sources)
        {
            Add(source.Key.Name, ClickHousePlace.Rows);
            if (source.Key.HasEventIds)
            {
                Add(VersionsOf(source.Key), ClickHousePlace.Versions);
                Add(QuarantineOf(source.Key), ClickHousePlace.Quarantine);
            }

            void Add(string name, ClickHousePlace place) =>
                tables.Add($"{ClickHouseText.Name(name)} AS (\n  {Select(source.Key, source.Value?[place] ?? [])}\n)");
        }

        return tables.Count == 0 ? sql
            : With + string.Join(",\n", tables) + (sql.StartsWith(With, StringComparison.Ordinal) ? ",\n" + sql.Substring(With.Length) : "\n" + sql);
    }

    /// <summary>The name by which a query reads later versions of events.</summary>
    public static string VersionsOf(SourceSchema source) => source.Name + "__versions";

    /// <summary>The name by which a query reads rows that contradict others.</summary>
    public static string QuarantineOf(SourceSchema source) => source.Name + "__quarantine";

    internal static string Columns(SourceSchema source) => ClickHouseText.Names(source.Columns.Select(c => c.Name));

    internal static string ColumnDefinitions(SourceSchema source) =>
        string.Join(",\n    ", source.Columns.Select(c => ClickHouseText.Name(c.Name) + " " + ClickHouseText.TypeOf(c.Type)));

    /// <summary>The rows of batches, without the batch; of none, no rows of the same types.</summary>
    internal string Select(SourceSchema source, IReadOnlyList<string> batches) => batches.Count == 0
        ? $"SELECT * FROM null({ClickHouseText.Literal(ClickHouseText.Structure(source.Columns.Select(c => new KeyValuePair<string, ScalarType>(c.Name, c.Type))))}) WHERE false"
        : $"SELECT {Columns(source)} FROM {Data(source)} WHERE {Batch} IN ({ClickHouseText.Literals(batches)})";

    internal string Data(SourceSchema source) => Qualified(source.Name + "__data");

    internal string Qualified(string table) => ClickHouseText.Name(database) + "." + ClickHouseText.Name(table);
}
