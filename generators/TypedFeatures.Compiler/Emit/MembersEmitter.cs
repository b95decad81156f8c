using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the members a feature view gains: <c>View</c>, <c>Spine</c>, <c>Key</c>, <c>Evaluate</c>, <c>EvaluateMany</c>.</summary>
internal sealed class MembersEmitter(SourceWriter writer, BoundView view, ViewNames names)
{
    private const string Errors =
        """
        /// <exception cref="global::System.ArgumentException">Ingestion would refuse a row or the key, or the instants contradict each other.</exception>
        /// <exception cref="global::System.OverflowException">An integer result does not fit.</exception>
        /// <exception cref="global::TypedFeatures.NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
        """;

    private readonly UniqueNames parameters = new("asOf", "knownBy", "knowledge", "keys", "key", "moment");
    private List<(string Name, KeyPart Part)> keys = [];
    private List<(string Name, SourceSchema Source)> sources = [];

    /// <summary>Writes the other part of the record.</summary>
    public void Emit()
    {
        keys = [.. view.Plan.Keys.Select(k => (parameters.Of(CSharpText.CamelCase(k.Property)), k))];
        sources = view.Declaration.Table is null
            ? [.. ViewDefinitions.SourcesOf(view.Declaration.Parameters).Select(p => (parameters.Of(p.Name), p.Source))]
            : [(parameters.Of("rows"), view.Plan.Events)];
        using var record = writer.Block($"partial record {view.Declaration.Name}");
        writer.Line($"/// <summary>The compiled feature view <c>{CSharpText.Doc(view.Plan.Name)}</c>: what a store trains, materializes and serves.</summary>");
        writer.Line($"public static {names.FeatureView} View {{ get; }} = new {names.Implementation}();");
        EmitEvaluate();
        EmitEvaluateMany();
        EmitSpine();
        if (names.IsComposite)
        {
            EmitKey();
        }
    }

    private void EmitEvaluate()
    {
        writer.Gap();
        writer.Line("/// <summary>The meaning of the definition, without any store: runs <c>Define</c> over rows in memory for one entity.</summary>");
        foreach (var (name, part) in keys)
        {
            writer.Line($"/// <param name=\"{name}\">{KeyDoc(part)}</param>");
        }

        EmitMomentDocs();
        writer.Line("/// <returns>The features; the empty value where the entity has no rows.</returns>");
        writer.Line(Errors);
        var key = string.Join(", ", keys.Select(k => $"{k.Part.Type.CSharp()} {CSharpText.Identifier(k.Name)}"));
        using var method = writer.Block($"public static {names.Record} Evaluate({key}, {MomentParameters()})");
        var one = names.IsComposite ? $"new {names.Key}({string.Join(", ", keys.Select(k => CSharpText.Identifier(k.Name)))})" : CSharpText.Identifier(keys[0].Name);
        var rows = string.Join(", ", sources.Select(s => CSharpText.Identifier(s.Name)));
        writer.Line($"return EvaluateMany(new {names.Key}[] {{ {one} }}, asOf, {rows}, knownBy, knowledge)[0];");
    }

    private void EmitEvaluateMany()
    {
        writer.Gap();
        writer.Line("/// <summary>The meaning of the definition for several entities in one pass over the rows.</summary>");
        writer.Line("/// <param name=\"keys\">The entities; may repeat.</param>");
        EmitMomentDocs();
        writer.Line("/// <returns>One value per key, in the order of the keys.</returns>");
        writer.Line(Errors);
        var list = "global::System.Collections.Generic.IReadOnlyList";
        using var method = writer.Block($"public static {list}<{names.Record}> EvaluateMany({list}<{names.Key}> keys, {MomentParameters()})");
        EmitMoment();
        if (view.Declaration.Table is { } table)
        {
            EmitLatestRows(table);
            return;
        }

        writer.Line($"return {Names.Reference}ReferenceEvaluation.EvaluateMany<{names.Record}>({DefineCall()}, moment, {Parts()});");
    }

    /// <summary>The keys as the reference takes them: part by part, in the order of the <c>group … by</c> clause.</summary>
    private string Parts()
    {
        var order = view.Plan.Keys.Select((k, i) => (k.GroupIndex, Declared: i)).OrderBy(k => k.GroupIndex).Select(k => k.Declared).ToList();
        var isDeclared = order.SequenceEqual(Enumerable.Range(0, order.Count));
        return $"{Names.Keys}EntityKeys.PartsOf<{names.Key}, {names.Parts}>(keys{(isDeclared ? "" : string.Concat(order.Select(i => ", " + CSharpText.Number(i))))})";
    }

    private void EmitLatestRows(TableDeclaration table)
    {
        var maxAge = table.MaxAge is { } age ? $"{Names.Instant}.ToTimeSpan({CSharpText.Literal(age)})" : "null";
        var keyOf = string.Join(", ", view.Plan.Keys.Select(k => "row." + CSharpText.Identifier(k.Property)));
        var literals = new CSharpExpression(_ => throw new InvalidOperationException("A constant has no leaves."));
        writer.Line($"return {Names.Reference}ReferenceEvaluation.LatestRows({CSharpText.Identifier(sources[0].Name)}, moment, {maxAge}, {Parts()},");
        using var arguments = writer.Indent();
        writer.Line($"static row => new object[] {{ {keyOf} }},");
        using var empty = writer.Block($"static key => new {names.Record}", ");");
        for (var i = 0; i < view.Plan.Keys.Count; i++)
        {
            writer.Line($"{CSharpText.Identifier(view.Plan.Keys[i].Property)} = ({view.Plan.Keys[i].Type.CSharp()})key[{CSharpText.Number(i)}],");
        }

        foreach (var (feature, constant) in view.Plan.Features.Zip(table.Empty, (f, c) => (f, c)))
        {
            writer.Line($"{CSharpText.Identifier(feature.Property)} = {(constant.Value is null ? "default" : literals.Print(constant))},");
        }
    }

    private void EmitMomentDocs()
    {
        writer.Line("/// <param name=\"asOf\">The instant; rows dated later are not in it. UTC, floored to the microsecond.</param>");
        foreach (var (name, source) in sources)
        {
            writer.Line($"/// <param name=\"{name}\">The rows of <c>{CSharpText.Doc(source.Name)}</c>, in any order.</param>");
        }

        writer.Line("/// <param name=\"knownBy\">Rows known later than this are not seen; <paramref name=\"asOf\"/> where not given.</param>");
        writer.Line("/// <param name=\"knowledge\">Whether rows are known at their ingest time or at their event time.</param>");
    }

    private string MomentParameters()
    {
        var rows = sources.Select(s => $"global::System.Collections.Generic.IEnumerable<{CSharpText.Global(s.Source.RowType)}> {CSharpText.Identifier(s.Name)}");
        string[] all =
        [
            $"{Names.DateTime} asOf",
            .. rows,
            $"{Names.DateTime}? knownBy = null",
            $"{Names.Root}Knowledge knowledge = {Names.Root}Knowledge.Recorded",
        ];
        return string.Join(", ", all);
    }

    private void EmitMoment() =>
        writer.Line($"var moment = new {Names.Reference}ReferenceMoment(asOf, knownBy, knowledge);");

    private string DefineCall() =>
        $"Define({new ViewDefinitions(names, sources).Arguments(view.Declaration.Parameters, "moment", depth: 0)})";

    private void EmitSpine()
    {
        writer.Gap();
        writer.Line("/// <summary>An entity at an instant: a row of what a training set is asked for.</summary>");
        EmitKeyParameterDocs();
        writer.Line("/// <param name=\"AsOf\">The instant the features are of. UTC, floored to the microsecond.</param>");
        writer.Line($"public readonly record struct Spine({KeyParameters()}, {Names.DateTime} AsOf);");
    }

    private void EmitKey()
    {
        writer.Gap();
        writer.Line("/// <summary>The key of an entity.</summary>");
        EmitKeyParameterDocs();
        writer.Line($"public readonly record struct Key({KeyParameters()});");
    }

    private void EmitKeyParameterDocs()
    {
        foreach (var key in view.Plan.Keys)
        {
            writer.Line($"/// <param name=\"{key.Property}\">{KeyDoc(key)}</param>");
        }
    }

    private string KeyParameters() =>
        string.Join(", ", view.Plan.Keys.Select(k => $"{k.Type.CSharp()} {CSharpText.Identifier(k.Property)}"));

    private string KeyDoc(KeyPart part)
    {
        var index = view.Plan.Keys.ToList().IndexOf(part);
        var description = index < view.Declaration.KeyDescriptions.Count ? view.Declaration.KeyDescriptions[index] : "";
        return description.Length > 0 ? CSharpText.Doc(description) : $"The entity key <c>{CSharpText.Doc(part.Name)}</c>.";
    }
}
