using TypedFeatures.Offline;

namespace TypedFeatures.Parity.Tests;

/// <summary>A fault to plant.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Engine">On which engine.</param>
/// <param name="View">In which view it must be seen.</param>
internal sealed record Mutation(string Name, EngineKind Engine, ViewCase View)
{
    /// <summary>Rewrites every query.</summary>
    public Func<string, string>? Sql { get; init; }

    /// <summary>Wraps the cursor of every state feed.</summary>
    public Func<RowCursor, RowCursor>? Feed { get; init; }

    /// <summary>Rewrites a row on its way into the engine, or drops it; the set is the engine's to remember ids in.</summary>
    public Func<HashSet<string>, object, object?>? Rows { get; init; }

    /// <summary>Whether the fault was really planted: the text matched, the row was there.</summary>
    public bool Happened { get; set; }

    public override string ToString() => $"{Engine.Name}, {View.Name}: {Name}";

    /// <summary>A fault in the text of queries.</summary>
    public static Mutation OfSql(string name, EngineKind engine, ViewCase view, string text, string replacement) =>
        new(name, engine, view) { Sql = sql => sql.Replace(text, replacement, StringComparison.Ordinal) };
}
