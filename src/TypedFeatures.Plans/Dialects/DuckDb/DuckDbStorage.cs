namespace TypedFeatures.Plans;

/// <summary>The statements around the Parquet parts of a lake: what a query sees of a source, and the tables that rows are appended to.</summary>
public static class DuckDbStorage
{
    /// <summary>The temporary table that a query finds under the name <c>spine</c>.</summary>
    public const string SpineTable = "spine";

    /// <summary>The temporary table that a Parquet writer fills.</summary>
    public const string WriterTable = "written";

    /// <summary>The relation of a source's rows.</summary>
    public static string TableOf(SourceSchema source) => source.Name;

    /// <summary>The relation of later versions of events; empty unless some column is known after the outcome.</summary>
    public static string VersionsOf(SourceSchema source) => source.Name + "__versions";

    /// <summary>The relation of rows that contradict another row with the same event id.</summary>
    public static string QuarantineOf(SourceSchema source) => source.Name + "__quarantine";

    /// <summary>Makes the rows of some parts a relation of one connection: a temporary view, so that a query keeps the parts that it began with.</summary>
    /// <param name="name">The relation's name.</param>
    /// <param name="source">The columns.</param>
    /// <param name="parts">The paths of the parts; none is an empty relation.</param>
    public static string CreateView(string name, SourceSchema source, IReadOnlyCollection<string> parts)
    {
        var body = parts.Count == 0
            ? $"SELECT {string.Join(", ", source.Columns.Select(c => $"CAST(NULL AS {DuckDbText.TypeOf(c.Type.Kind)}) AS {DuckDbText.Name(c.Name)}"))}\nWHERE false"
            : $"SELECT {Columns(source)}\nFROM read_parquet({DuckDbText.Literals(parts)})";
        return $"CREATE TEMP VIEW {DuckDbText.Name(name)} AS\n{body}";
    }

    /// <summary>Makes the temporary table <see cref="SpineTable"/>.</summary>
    /// <param name="columns">The names and types of the columns after <c>ordinal</c>.</param>
    public static string CreateSpine(IEnumerable<KeyValuePair<string, ScalarType>> columns) =>
        CreateTable(SpineTable, columns.Prepend(new("ordinal", ScalarType.Int64)));

    /// <summary>Makes a temporary table.</summary>
    /// <param name="name">The table's name.</param>
    /// <param name="columns">The names and types of the columns.</param>
    public static string CreateTable(string name, IEnumerable<KeyValuePair<string, ScalarType>> columns) =>
        $"CREATE TEMP TABLE {DuckDbText.Name(name)} "
        + $"({string.Join(", ", columns.Select(c => DuckDbText.Name(c.Key) + " " + DuckDbText.TypeOf(c.Value.Kind)))})";

    /// <summary>Writes the rows of <see cref="WriterTable"/> to a Parquet file, in the order in which they were appended (the engine preserves it).</summary>
    /// <param name="path">The file.</param>
    /// <param name="columns">The table's columns.</param>
    public static string WriteFile(string path, IEnumerable<KeyValuePair<string, ScalarType>> columns) =>
        $"COPY (SELECT {string.Join(", ", columns.Select(FileColumn))} FROM {WriterTable}) TO {DuckDbText.Literal(path)} (FORMAT parquet, COMPRESSION zstd)";

    // Lists and maps are appended as JSON. Casts of JSON fail on what does not fit.
    private static string FileColumn(KeyValuePair<string, ScalarType> column)
    {
        var name = DuckDbText.Name(column.Key);
        return column.Value.Kind switch
        {
            ScalarKind.List or ScalarKind.Map => $"CAST(CAST({name} AS JSON) AS {DuckDbText.FileTypeOf(column.Value)}) AS {name}",
            ScalarKind.Decimal => $"CAST(CAST({name} AS DECIMAL(18, 0)){UnitOf(column.Value.Scale)} AS {DuckDbText.FileTypeOf(column.Value)}) AS {name}",
            _ => name,
        };
    }

    // A product of decimals has the digits of both and is exact; a quotient would be a double.
    private static string UnitOf(int scale) => scale == 0 ? "" : " * 0." + new string('0', scale - 1) + "1";

    internal static string Columns(SourceSchema source) => DuckDbText.Names(source.Columns.Select(c => c.Name));
}
