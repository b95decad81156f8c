using System.Security.Cryptography;
using System.Text;

namespace TypedFeatures.Plans;

/// <summary>How PostgreSQL spells names, texts and types.</summary>
public static class PostgresText
{
    // pg_get_keywords() of PostgreSQL 15 without the category "unreserved".
    private static readonly HashSet<string> Reserved =
    [
        "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "between", "bigint", "binary", "bit",
        "boolean", "both", "case", "cast", "char", "character", "check", "coalesce", "collate", "collation", "column", "concurrently",
        "constraint", "create", "cross", "current_catalog", "current_date", "current_role", "current_schema", "current_time",
        "current_timestamp", "current_user", "dec", "decimal", "default", "deferrable", "desc", "distinct", "do", "else", "end", "except",
        "exists", "extract", "false", "fetch", "float", "for", "foreign", "freeze", "from", "full", "grant", "greatest", "group", "grouping",
        "having", "ilike", "in", "initially", "inner", "inout", "int", "integer", "intersect", "interval", "into", "is", "isnull", "join",
        "lateral", "leading", "least", "left", "like", "limit", "localtime", "localtimestamp", "national", "natural", "nchar", "none",
        "normalize", "not", "notnull", "null", "nullif", "numeric", "offset", "on", "only", "or", "order", "out", "outer", "overlaps",
        "overlay", "placing", "position", "precision", "primary", "real", "references", "returning", "right", "row", "select", "session_user",
        "setof", "similar", "smallint", "some", "substring", "symmetric", "table", "tablesample", "then", "time", "timestamp", "to",
        "trailing", "treat", "trim", "true", "union", "unique", "user", "using", "values", "varchar", "variadic", "verbose", "when", "where",
        "window", "with", "xmlattributes", "xmlconcat", "xmlelement", "xmlexists", "xmlforest", "xmlnamespaces", "xmlparse", "xmlpi",
        "xmlroot", "xmlserialize", "xmltable",
    ];

    // Every table has these columns already.
    private static readonly HashSet<string> SystemColumns = ["cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"];

    // The types of what plans and functions say whose names are no keywords.
    private static readonly HashSet<string> Types =
        ["anyarray", "anyelement", "bytea", "cstring", "date", "internal", "json", "jsonb", "name", "oid", "record", "regclass", "text", "uuid", "void"];

    /// <summary>The longest name in bytes of UTF-8; the server cuts what is longer, and two names cut alike are one.</summary>
    private const int LongestName = 63;

    /// <summary>
    /// A name as SQL spells it: bare where it is lower-case snake_case and no keyword, quoted otherwise. One that is too long becomes its beginning and a
    /// hash of all of it. What is the server's own, a column of every table or a relation of its catalog (whose names all begin with <c>pg_</c>, and which Npgsql
    /// reads when it connects), gets a <c>$</c>, which no name in C# has.
    /// </summary>
    public static string Name(string name)
    {
        var fitting = SystemColumns.Contains(name) || name.StartsWith("pg_", StringComparison.Ordinal) ? Fit("$" + name) : Fit(name);
        return IsPlain(fitting) && !Reserved.Contains(fitting) ? fitting : "\"" + fitting.Replace("\"", "\"\"") + "\"";
    }

    /// <summary>Names with commas between.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A text as an SQL literal (sessions have <c>standard_conforming_strings</c> on). It must not hold NUL, which no column of a source can.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''") + "'";

    /// <summary>The type of a kind of values: lengths of time are microseconds, GUIDs and enum members are text.</summary>
    public static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "boolean",
        ScalarKind.Int32 => "integer",
        ScalarKind.Int64 or ScalarKind.TimeSpan or ScalarKind.Decimal => "bigint",
        ScalarKind.Single => "real",
        ScalarKind.Double => "double precision",
        ScalarKind.String or ScalarKind.Guid or ScalarKind.Enum => "text",

        // Never with time zone: values are UTC, and what a session's time zone does to them is nobody's business.
        ScalarKind.DateTime => "timestamp",
        ScalarKind.Date => "date",
        ScalarKind.Vector => "real[]",

        // JSON, on its way to C#.
        ScalarKind.List or ScalarKind.Map => "text",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of values."),
    };

    /// <summary>The type of a column: text orders by code point there, whatever the database's collation is.</summary>
    public static string ColumnTypeOf(ScalarKind kind) => IsText(kind) ? TypeOf(kind) + " COLLATE \"C\"" : TypeOf(kind);

    /// <summary>Whether a type is called so.</summary>
    internal static bool IsType(string name) => Types.Contains(name);

    internal static bool IsText(ScalarKind kind) => kind is ScalarKind.String or ScalarKind.Guid or ScalarKind.Enum;

    private static string Fit(string name) => Encoding.UTF8.GetByteCount(name) <= LongestName ? name : Shorten(name);

    private static string Shorten(string name)
    {
        using var hash = SHA256.Create();
        var digits = string.Concat(hash.ComputeHash(Encoding.UTF8.GetBytes(name)).Take(6).Select(b => b.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        var head = name;
        while (Encoding.UTF8.GetByteCount(head) + 1 + digits.Length > LongestName)
        {
            head = head.Substring(0, head.Length - (char.IsLowSurrogate(head[head.Length - 1]) ? 2 : 1));
        }

        return head + "_" + digits;
    }

    private static bool IsPlain(string name) =>
        name.Length > 0
        && name[0] is not (>= '0' and <= '9')
        && name.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_');
}
