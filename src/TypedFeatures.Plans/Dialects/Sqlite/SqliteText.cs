using TypedFeatures.Plans.Sql;

namespace TypedFeatures.Plans;

/// <summary>How SQLite spells names, texts and types.</summary>
public static class SqliteText
{
    /// <summary>A name as SQL spells it: bare where it is lower-case snake_case and no keyword, quoted otherwise.</summary>
    public static string Name(string name) => SqlIdentifier.Spell(name);

    /// <summary>Names with commas between.</summary>
    public static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(Name));

    /// <summary>A text as an SQL literal. It must not hold NUL, which no column of a source can.</summary>
    public static string Literal(string text) => "'" + text.Replace("'", "''") + "'";

    /// <summary>
    /// The column type of a kind of values: booleans as 0 or 1, instants and lengths of time as microseconds, dates as days since 1970, GUIDs and enum
    /// members as text, lists and maps as JSON, vectors as bytes that order as their numbers do.
    /// </summary>
    public static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Single or ScalarKind.Double => "REAL",
        ScalarKind.String or ScalarKind.Guid or ScalarKind.Enum or ScalarKind.List or ScalarKind.Map => "TEXT",
        ScalarKind.Vector => "BLOB",
        _ => "INTEGER",
    };
}
