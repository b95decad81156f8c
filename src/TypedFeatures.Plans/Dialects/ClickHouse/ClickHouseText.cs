using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>How ClickHouse spells names, texts and types.</summary>
public static class ClickHouseText
{
    // Words that begin or end a clause of ClickHouse's own, on top of those other engines reserve.
    private static readonly HashSet<string> Reserved =
    [
        "any", "date", "div", "final", "format", "global", "interval", "mod", "outfile", "paste", "prewhere", "sample", "settings", "timestamp", "ttl",
    ];

    /// <summary>A name as SQL spells it: bare where it is lower-case snake_case and no keyword, quoted otherwise.</summary>
    public static string Name(string name)
    {
        var spelled = SqlIdentifier.Spell(name);
        if (spelled[0] != '"')
        {
            return Reserved.Contains(name) ? "\"" + name + "\"" : name;
        }

        // In quotes too a backslash begins an escape.
        return spelled.Replace("\\", "\\\\");
    }

    /// <summary>Names with commas between.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A text as an SQL literal, in which a backslash begins an escape.</summary>
    public static string Literal(string text) => "'" + text.Replace("\\", "\\\\").Replace("'", "''") + "'";

    /// <summary>Texts as literals with commas between.</summary>
    public static string Literals(IEnumerable<string> texts) => string.Join(", ", texts.Select(Literal));

    /// <summary>
    /// The type of a kind of values. Instants and lengths of time are microseconds, dates days since 1970: the engine's own DateTime64 and Date32 clamp what
    /// a window's start or a sum may reach. GUIDs and enum members are text, which orders by its bytes.
    /// </summary>
    public static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "Bool",
        ScalarKind.Int32 or ScalarKind.Date => "Int32",
        ScalarKind.Int64 or ScalarKind.TimeSpan or ScalarKind.DateTime or ScalarKind.Decimal => "Int64",
        ScalarKind.Single => "Float32",
        ScalarKind.Double => "Float64",
        ScalarKind.String or ScalarKind.Guid or ScalarKind.Enum or ScalarKind.Vector => "String",

        // JSON, on its way to C#.
        ScalarKind.List or ScalarKind.Map => "String",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of values."),
    };

    /// <summary>The type of a column.</summary>
    public static string TypeOf(ScalarType type)
    {
        var name = TypeOf(type.Kind);
        return type.IsNullable ? "Nullable(" + name + ")" : name;
    }

    /// <summary>Columns as a table's structure: names and types with commas between.</summary>
    public static string Structure(IEnumerable<KeyValuePair<string, ScalarType>> columns) =>
        string.Join(", ", columns.Select(c => Name(c.Key) + " " + TypeOf(c.Value)));
}
