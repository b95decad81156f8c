namespace TypedFeatures.Plans;

/// <summary>How DuckDB spells names, texts and types.</summary>
public static class DuckDbText
{
    // duckdb_keywords() of DuckDB 1.5 without the category "unreserved".
    private static readonly HashSet<string> Reserved =
    [
        "all", "analyse", "analyze", "and", "anti", "any", "array", "as", "asc", "asof", "asymmetric", "at", "authorization", "between",
        "bigint", "binary", "bit", "boolean", "both", "by", "case", "cast", "char", "character", "check", "coalesce", "collate", "collation",
        "column", "columns", "concurrently", "constraint", "create", "cross", "dec", "decimal", "default", "deferrable", "desc", "describe",
        "distinct", "do", "else", "end", "except", "exists", "extract", "false", "fetch", "float", "for", "foreign", "freeze", "from",
        "full", "generated", "glob", "grant", "group", "grouping", "grouping_id", "having", "ilike", "in", "initially", "inner", "inout",
        "int", "integer", "intersect", "interval", "into", "is", "isnull", "join", "lambda", "lateral", "leading", "left", "like", "limit",
        "map", "national", "natural", "nchar", "none", "not", "notnull", "null", "nullif", "numeric", "offset", "on", "only", "or", "order",
        "out", "outer", "overlaps", "overlay", "pivot", "pivot_longer", "pivot_wider", "placing", "position", "positional", "precision",
        "primary", "qualify", "real", "references", "returning", "right", "row", "select", "semi", "setof", "show", "similar", "smallint",
        "some", "struct", "substring", "summarize", "symmetric", "table", "tablesample", "then", "time", "timestamp", "to", "trailing",
        "treat", "trim", "true", "try_cast", "union", "unique", "unpack", "unpivot", "using", "values", "varchar", "variadic", "verbose",
        "when", "where", "window", "with", "xmlattributes", "xmlconcat", "xmlelement", "xmlexists", "xmlforest", "xmlnamespaces",
        "xmlparse", "xmlpi", "xmlroot", "xmlserialize", "xmltable",
    ];

    /// <summary>A name as SQL spells it: bare where it is lower-case snake_case and no keyword, quoted otherwise.</summary>
    public static string Name(string name) =>
        IsPlain(name) && !Reserved.Contains(name) ? name : "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>Names with commas between.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A text as an SQL literal. It must not hold NUL, which no column of a source can.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''") + "'";

    /// <summary>Texts as the literal of a list.</summary>
    public static string Literals(IEnumerable<string> texts) => "[" + string.Join(", ", texts.Select(Literal)) + "]";

    /// <summary>The column type of a kind of values: lengths of time are microseconds, decimals units, GUIDs and enum members are text.</summary>
    public static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "BOOLEAN",
        ScalarKind.Int32 => "INTEGER",
        ScalarKind.Int64 or ScalarKind.TimeSpan or ScalarKind.Decimal => "BIGINT",
        ScalarKind.Single => "FLOAT",
        ScalarKind.Double => "DOUBLE",
        ScalarKind.String or ScalarKind.Guid or ScalarKind.Enum => "VARCHAR",
        ScalarKind.DateTime => "TIMESTAMP",
        ScalarKind.Date => "DATE",
        ScalarKind.Vector => "FLOAT[]",

        // JSON, on its way to C# and into files.
        ScalarKind.List or ScalarKind.Map => "VARCHAR",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of values."),
    };

    /// <summary>The type of a column in a file that readers of Parquet know: lists, maps and decimals as such.</summary>
    public static string FileTypeOf(ScalarType type) => type.Kind switch
    {
        ScalarKind.Decimal => $"DECIMAL({Number(type.Precision)}, {Number(type.Scale)})",
        ScalarKind.List => FileTypeOf(type.Element!) + "[]",
        ScalarKind.Map => $"MAP({FileTypeOf(type.Key!)}, {FileTypeOf(type.Element!)})",
        _ => TypeOf(type.Kind),
    };

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsPlain(string name) =>
        name.Length > 0
        && name[0] is not (>= '0' and <= '9')
        && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
