namespace TypedFeatures.Parity.Tests;

/// <summary>A fault to plant.</summary>
/// <param name="Name">What is wrong, in words.</param>
/// <param name="Engine">On which engine.</param>
/// <param name="View">In which view it must be seen.</param>
internal sealed record Mutation(string Name, EngineKind Engine, ViewCase View) : Fault(Name)
{
    public override string ToString() => $"{Engine.Name}, {View.Name}: {Name}";

    /// <summary>A fault in the text of queries.</summary>
    public static Mutation OfSql(string name, EngineKind engine, ViewCase view, string text, string replacement) =>
        new(name, engine, view) { Sql = sql => sql.Replace(text, replacement, StringComparison.Ordinal) };
}
