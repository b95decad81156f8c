using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the class of SQL constants beside a view or label, for reading with "go to definition".</summary>
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

    /// <summary>The texts of an engine for a label.</summary>
    public static IEnumerable<(string Name, string Text, string Doc)> Texts(LabelSql sql) =>
    [
        ("Training", sql.Training, "One row per row of the table <c>spine</c>, in its order: what happened within the horizon after <c>as_of</c>. It must be over."),
    ];

    /// <summary>The whole file of a view.</summary>
    public static string Emit(PrintedView view) => Emit(
        view.View.Declaration,
        $"The SQL of the feature view <c>{CSharpText.Doc(view.View.Plan.Name)}</c>, as printed for each engine.",
        view.Sql.Select(sql => (sql.Engine, Texts(sql))));

    /// <summary>The whole file of a label.</summary>
    public static string Emit(PrintedLabel label) => Emit(
        label.Label.Declaration,
        $"The SQL of the label <c>{CSharpText.Doc(label.Label.Plan.Name)}</c>, as printed for each engine.",
        label.Sql.Select(sql => (sql.Engine, Texts(sql))));

    private static string Emit(
        ViewDeclaration declaration, string summary, IEnumerable<(string Engine, IEnumerable<(string Name, string Text, string Doc)> Texts)> engines)
    {
        var writer = new SourceWriter();
        writer.Line(Names.FileHeader);
        if (declaration.Namespace.Length > 0)
        {
            writer.Line($"namespace {ViewEmitter.NamespaceText(declaration.Namespace)};");
            writer.Gap();
        }

        writer.Line($"/// <summary>{summary}</summary>");
        writer.Line(Names.GeneratedCode);
        using (writer.Block($"{ViewEmitter.Accessibility(declaration)} static class {declaration.Name}Sql"))
        {
            foreach (var (engine, texts) in engines)
            {
                EmitEngine(writer, engine, texts);
            }
        }

        return writer.ToString();
    }

    /// <summary>Writes the nested class of an engine.</summary>
    public static void EmitEngine(SourceWriter writer, string engine, IEnumerable<(string Name, string Text, string Doc)> texts)
    {
        writer.Gap();
        writer.Line($"/// <summary>For the engine <c>{CSharpText.Doc(engine)}</c>.</summary>");
        using var type = writer.Block($"public static class {ClassOf(engine)}");
        foreach (var (name, text, doc) in texts)
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
