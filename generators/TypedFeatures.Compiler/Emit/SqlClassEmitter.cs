using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the class of SQL constants beside a view, for reading with "go to definition".</summary>
internal static class SqlClassEmitter
{
    /// <summary>The nested class of an engine.</summary>
    public static string ClassOf(string engine) => engine switch
    {
        "clickhouse" => "ClickHouse",
        "duckdb" => "DuckDb",
        "sqlite" => "Sqlite",
        _ => CSharpText.PascalCase(engine),
    };

    /// <summary>The texts of an engine: constant, text, what it is.</summary>
    public static IEnumerable<(string Name, string Text, string Doc)> Texts(ViewSql sql) =>
    [
        ("Training", sql.Training, "One row per row of the table <c>spine</c>, in its order, with the features as they were known at <c>as_of</c>."),
        ("TrainingKnowingEverything", sql.TrainingKnowingEverything, "The same with every row known at its event time."),
        ("Snapshot", sql.Snapshot, "One row per entity found at <c>$as_of</c>."),
        ("StateFeed", sql.StateFeed, "The rows online states are built from, as known at <c>$as_of</c>."),
        ("StateFeedOfKeys", sql.StateFeedOfKeys, "The same for the entities of the table <c>spine</c> only."),
    ];

    /// <summary>The whole file.</summary>
    public static string Emit(PrintedView view)
    {
        var declaration = view.View.Declaration;
        var writer = new SourceWriter();
        writer.Line(Names.FileHeader);
        if (declaration.Namespace.Length > 0)
        {
            writer.Line($"namespace {ViewEmitter.NamespaceText(declaration.Namespace)};");
            writer.Gap();
        }

        writer.Line($"/// <summary>The SQL of the feature view <c>{CSharpText.Doc(view.View.Plan.Name)}</c>, as printed for each engine.</summary>");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"{ViewEmitter.Accessibility(declaration)} static class {declaration.Name}Sql"))
        {
            foreach (var sql in view.Sql)
            {
                EmitEngine(writer, sql);
            }
        }

        return writer.ToString();
    }

    private static void EmitEngine(SourceWriter writer, ViewSql sql)
    {
        writer.Gap();
        writer.Line($"/// <summary>For the engine <c>{CSharpText.Doc(sql.Engine)}</c>.</summary>");
        using var engine = writer.Block($"public static class {ClassOf(sql.Engine)}");
        foreach (var (name, text, doc) in Texts(sql))
        {
            writer.Gap();
            writer.Line($"/// <summary>{doc}</summary>");
            writer.Line($"public const string {name} =");
            using (writer.Indent())
            {
                writer.Line(CSharpText.RawLiteral(text.TrimEnd('\n')) + ";");
            }
        }
    }
}
