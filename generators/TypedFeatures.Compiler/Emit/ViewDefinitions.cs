using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes how the reference runs a definition that reads other views: the same rows through their own definitions, at instants before.</summary>
/// <param name="names">The names of the view.</param>
/// <param name="sources">The sources as the parameters of <c>Evaluate</c>.</param>
internal sealed class ViewDefinitions(ViewNames names, IReadOnlyList<(string Name, SourceSchema Source)> sources)
{
    /// <summary>The rows that a definition is run over: its own sources, then those of the views it reads that it does not read itself.</summary>
    public static IEnumerable<DefineParameter> SourcesOf(EquatableArray<DefineParameter> parameters)
    {
        var own = parameters.Where(p => p.View is null).ToList();
        return own.Concat(Leaves(parameters).Where(l => own.All(o => o.Source.RowType != l.Source.RowType)).GroupBy(l => l.Source.RowType).Select(g => g.First()));
    }

    /// <summary>The file-local class of the other views' definitions, which need not be accessible.</summary>
    public static void EmitAccessors(SourceWriter writer, EquatableArray<DefineParameter> parameters, ViewNames names)
    {
        var views = Within(parameters).Where(v => v.Table is null).GroupBy(v => v.Plan.TypeName).Select(g => g.First()).ToList();
        if (views.Count == 0)
        {
            return;
        }

        writer.Gap();
        writer.Line(Names.GeneratedCode);
        using var scope = writer.Block($"file static class {names.Definitions}");
        foreach (var view in views)
        {
            writer.Gap();
            var record = CSharpText.Global(view.Plan.TypeName);
            var taken = view.Parameters.Select((p, i) => $"{TypeOf(p)} {Numbered(i)}");
            writer.Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.StaticMethod, Name = \"Define\")]");
            writer.Line($"public static extern {Names.Root}FeatureQuery<{record}> {MethodOf(view)}({record}? view, {string.Join(", ", taken)});");
        }
    }

    /// <summary>The arguments of a definition at a moment.</summary>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="moment">The variable that holds the moment.</param>
    /// <param name="depth">How many definitions deep it stands.</param>
    public string Arguments(EquatableArray<DefineParameter> parameters, string moment, int depth)
    {
        var own = depth == 0 ? 0 : -1;
        return string.Join(", ", parameters.Select(p => p.View is { } view
            ? View(view, moment, depth)
            : $"{Names.Reference}ReferenceEvaluation.{(p.Source.Kind == SourceKind.Event ? "Events" : "Dimension")}<{CSharpText.Global(p.Source.RowType)}>({Rows(p.Source, own < 0 ? 0 : own++)}, {moment})"));
    }

    private static IEnumerable<DefineParameter> Leaves(EquatableArray<DefineParameter> parameters) => parameters.SelectMany(p => p.View switch
    {
        null => [p],
        { Table: not null } table => [new DefineParameter(p.Name, table.Plan.Events)],
        var view => Leaves(view.Parameters),
    });

    private static IEnumerable<ViewParameter> Within(EquatableArray<DefineParameter> parameters) =>
        parameters.Select(p => p.View).OfType<ViewParameter>().SelectMany(v => Within(v.Parameters).Append(v));

    private static string MethodOf(ViewParameter view) => view.Plan.TypeName.Replace("@", "").Replace('.', '_');

    private static string Numbered(int index) => "p" + CSharpText.Number(index);

    private static string TypeOf(DefineParameter parameter)
    {
        var language = parameter.View is not null ? "View" : parameter.Source.Kind == SourceKind.Event ? "Events" : "Dimension";
        return $"{Names.Root}{language}<{CSharpText.Global(parameter.Source.RowType)}>";
    }

    private string View(ViewParameter view, string moment, int depth)
    {
        var at = "at" + (depth == 0 ? "" : CSharpText.Number(depth + 1));
        if (view.Table is { } table)
        {
            var maxAge = table.MaxAge is { } age ? $"{Names.Instant}.ToTimeSpan({CSharpText.Literal(age)})" : "null";
            var keyOf = string.Join(", ", view.Plan.Keys.Select(k => "row." + CSharpText.Identifier(k.Property)));
            return $"{Names.Reference}ReferenceEvaluation.Table({Rows(view.Plan.Events, 0)}, {moment}, {maxAge}, static row => new object[] {{ {keyOf} }})";
        }

        var record = CSharpText.Global(view.Plan.TypeName);
        var lookBacks = OnlinePlan.From(view.Plan).Starts.Select(s =>
            $"new {Names.Reference}LookBack({CSharpText.Literal(s.Length)}, {(s.Tile is { } tile ? CSharpText.Literal(tile) : "null")})");
        var define = $"{names.Definitions}.{MethodOf(view)}(default({record}), {Arguments(view.Parameters, at, depth + 1)})";
        return $"{Names.Reference}ReferenceEvaluation.View({moment}, new {Names.Reference}LookBack[] {{ {string.Join(", ", lookBacks)} }}, {at} => {define})";
    }

    /// <summary>The parameter of <c>Evaluate</c> that holds a source's rows; a definition may take one source several times.</summary>
    private string Rows(SourceSchema source, int from)
    {
        var same = sources.Skip(from).FirstOrDefault(s => s.Source.RowType == source.RowType);
        return CSharpText.Identifier((same.Name is null ? sources.First(s => s.Source.RowType == source.RowType) : same).Name);
    }
}
