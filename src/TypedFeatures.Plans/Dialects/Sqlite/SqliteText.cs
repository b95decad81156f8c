namespace TypedFeatures.Plans;

/// <summary>How SQLite spells names, texts and types.</summary>
public static class SqliteText
{
    // https://www.sqlite.org/lang_keywords.html. Some of these SQLite would take as names in some places; quoting all of them spares a reader that riddle.
    // true and false are no keywords, but mean 1 and 0 wherever no column has that name.
    private static readonly HashSet<string> Reserved =
    [
        "abort", "action", "add", "after", "all", "alter", "always", "analyze", "and", "as", "asc", "attach", "autoincrement",
        "before", "begin", "between", "by", "cascade", "case", "cast", "check", "collate", "column", "commit", "conflict",
        "constraint", "create", "cross", "current", "current_date", "current_time", "current_timestamp", "database", "default",
        "deferrable", "deferred", "delete", "desc", "detach", "distinct", "do", "drop", "each", "else", "end", "escape", "except",
        "exclude", "exclusive", "exists", "explain", "fail", "false", "filter", "first", "following", "for", "foreign", "from",
        "full", "generated", "glob", "group", "groups", "having", "if", "ignore", "immediate", "in", "index", "indexed",
        "initially", "inner", "insert", "instead", "intersect", "into", "is", "isnull", "join", "key", "last", "left", "like",
        "limit", "match", "materialized", "natural", "no", "not", "nothing", "notnull", "null", "nulls", "of", "offset", "on",
        "or", "order", "others", "outer", "over", "partition", "plan", "pragma", "preceding", "primary", "query", "raise",
        "range", "recursive", "references", "regexp", "reindex", "release", "rename", "replace", "restrict", "returning",
        "right", "rollback", "row", "rows", "savepoint", "select", "set", "table", "temp", "temporary", "then", "ties", "to",
        "transaction", "trigger", "true", "unbounded", "union", "unique", "update", "using", "vacuum", "values", "view",
        "virtual", "when", "where", "window", "with", "without",
    ];

    /// <summary>A name as SQL spells it: bare where it is lower-case snake_case and no keyword, quoted otherwise.</summary>
    public static string Name(string name) =>
        IsPlain(name) && !Reserved.Contains(name) ? name : "\"" + name.Replace("\"", "\"\"") + "\"";

    /// <summary>Names with commas between.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A text as an SQL literal. It must not hold NUL, which no column of a source can.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''") + "'";

    /// <summary>
    /// The column type of a kind of values: booleans as 0 or 1, instants and lengths of time as microseconds, dates as days since 1970, GUIDs and enum
    /// members as text.
    /// </summary>
    public static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Single or ScalarKind.Double => "REAL",
        ScalarKind.String or ScalarKind.Guid or ScalarKind.Enum => "TEXT",
        _ => "INTEGER",
    };

    private static bool IsPlain(string name)
    {
        if (name.Length == 0 || name[0] is >= '0' and <= '9')
        {
            return false;
        }

        foreach (var c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
