using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>
/// Writes the class of SQL constants beside a view or label, for reading with "go to definition". No generated code names one of them: a constant that is used is a
/// string literal, too, of which an assembly takes 16 million bytes in all (CS8103), and the texts of some 220 views for four engines would fill that.
/// </summary>
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
        view.Sql.Select(sql => new EngineTexts(sql.Engine, "EnginePlans", Texts(sql), sql.Setup)));

    /// <summary>The whole file of a label.</summary>
    public static string Emit(PrintedLabel label) => Emit(
        label.Label.Declaration,
        $"The SQL of the label <c>{CSharpText.Doc(label.Label.Plan.Name)}</c>, as printed for each engine.",
        label.Sql.Select(sql => new EngineTexts(sql.Engine, "LabelPlans", Texts(sql), sql.Setup)));

    private static string Emit(ViewDeclaration declaration, string summary, IEnumerable<EngineTexts> engines)
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
            foreach (var engine in engines)
            {
                EmitEngine(writer, engine);
            }
        }

        return writer.ToString();
    }

    /// <summary>Writes the nested class of an engine, with the plans that a descriptor takes from it.</summary>
    public static void EmitEngine(SourceWriter writer, EngineTexts engine)
    {
        writer.Gap();
        writer.Line($"/// <summary>For the engine <c>{CSharpText.Doc(engine.Engine)}</c>.</summary>");
        using var type = writer.Block($"public static class {ClassOf(engine.Engine)}");
        foreach (var (name, text, doc) in engine.Texts)
        {
            writer.Line($"/// <summary>{doc}</summary>");
            writer.Line($"public const string {name} =");
            writer.Verbatim(CSharpText.RawLiteral(text.TrimEnd('\n')) + ";");
            writer.Gap();
        }

        var arguments = new[] { $"typeof({ClassOf(engine.Engine)})", CSharpText.Literal(engine.Engine) }.Concat(engine.Setup.Select(CSharpText.Literal));
        writer.Line($"internal static {Names.Root}{engine.PlansType} Plans => {Names.Root}{engine.PlansType}.Of({string.Join(", ", arguments)});");
    }

    /// <summary>Writes a descriptor's property of all plans.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="typeName">The record, namespace and all.</param>
    /// <param name="plansType">The type of an engine's plans.</param>
    /// <param name="engines">The engines.</param>
    public static void EmitPlans(SourceWriter writer, string typeName, string plansType, IReadOnlyList<string> engines)
    {
        SchemaText.EmitArray(writer, "Plans", Names.Root + plansType, engines, engine => $"{CSharpText.Global(typeName)}Sql.{ClassOf(engine)}.Plans");
    }
}

/// <summary>What is printed for an engine.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="PlansType">The library's type of its plans, which reads the constants.</param>
/// <param name="Texts">Constant, text, what it is.</param>
/// <param name="Setup">Statements to run before.</param>
internal sealed record EngineTexts(string Engine, string PlansType, IEnumerable<(string Name, string Text, string Doc)> Texts, EquatableArray<string> Setup);
