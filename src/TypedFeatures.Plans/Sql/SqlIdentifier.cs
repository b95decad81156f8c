using System.Text.RegularExpressions;

namespace TypedFeatures.Plans.Sql;

/// <summary>Spells names: bare where no engine takes them for a keyword, else in double quotes.</summary>
internal static class SqlIdentifier
{
    private static readonly Regex Plain = new("^[a-z_][a-z0-9_]*$", RegexOptions.CultureInvariant);

    // The words DuckDB 1.5 or SQLite 3.35 reserve somewhere; quoting one too many does no harm.
    private static readonly HashSet<string> Reserved = new((
        "abort action add after all alter always analyse analyze and anti any array as asc asof asymmetric at attach autoincrement before begin between both by "
        + "cascade case cast check collate collation column commit conflict constraint create cross current current_catalog current_date current_role current_schema "
        + "current_time current_timestamp current_user database default deferrable deferred delete desc describe detach distinct do drop each else end escape except exclude "
        + "exclusive exists explain fail false fetch filter first following for foreign freeze from full generated glob grant group groups having if ignore ilike immediate "
        + "in index indexed initially inner insert instead intersect into is isnull join key lambda last lateral leading left like limit localtime localtimestamp map "
        + "match materialized natural no not nothing notnull null nulls of off offset on only or order others outer over overlaps partition pivot pivot_longer pivot_wider placing "
        + "plan positional pragma preceding primary qualify query raise range recursive references regexp reindex release rename replace restrict returning right rollback row rows "
        + "savepoint select semi session_user set show similar some struct summarize symmetric table tablesample temp temporary then ties to trailing transaction trigger true try_cast "
        + "unbounded union unique unpivot update user using vacuum values variadic verbose view virtual when where window with within without").Split(' '));

    /// <summary>The name as SQL.</summary>
    public static string Spell(string name) =>
        Plain.IsMatch(name) && !Reserved.Contains(name) ? name : "\"" + name.Replace("\"", "\"\"") + "\"";
}
