using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the members a label gains: <c>Label</c>, <c>Evaluate</c>, <c>Key</c>.</summary>
internal sealed class LabelMembersEmitter(SourceWriter writer, BoundView label, ViewNames names)
{
    private const string Errors =
        """
        /// <exception cref="global::System.ArgumentException">Ingestion would refuse a row or the key, or an instant is refused.</exception>
        /// <exception cref="global::System.OverflowException">An integer result does not fit.</exception>
        /// <exception cref="global::TypedFeatures.NonFiniteFeatureException">A value that cannot be null is infinite or not a number.</exception>
        """;

    private readonly UniqueNames parameters = new("asOf", "watermark", "key", "moment");
    private List<(string Name, KeyPart Part)> keys = [];
    private List<(string Name, SourceSchema Source)> sources = [];

    /// <summary>The label's horizon, as C#.</summary>
    public static string Horizon(ViewPlan plan) => $"{Names.Instant}.ToTimeSpan({CSharpText.Literal(OnlinePlan.From(plan).Retention!.Value)})";

    /// <summary>Writes the other part of the record.</summary>
    public void Emit()
    {
        keys = [.. label.Plan.Keys.Select(k => (parameters.Of(CSharpText.CamelCase(k.Property)), k))];
        sources = [.. label.Declaration.Parameters.Select(p => (parameters.Of(p.Name), p.Source))];
        using var record = writer.Block($"partial record {label.Declaration.Name}");
        writer.Line($"/// <summary>The compiled label <c>{CSharpText.Doc(label.Plan.Name)}</c>: what a training set is labelled with.</summary>");
        writer.Line($"public static {names.Label} Label {{ get; }} = new {names.LabelImplementation}();");
        EmitEvaluate(isCensored: false);
        EmitEvaluate(isCensored: true);
        if (names.IsComposite)
        {
            EmitKey();
        }
    }

    private void EmitEvaluate(bool isCensored)
    {
        writer.Gap();
        writer.Line(isCensored
            ? "/// <summary>The meaning of the definition as a store with a watermark says it: null, censored, where the horizon is not over by then.</summary>"
            : "/// <summary>The meaning of the definition, without any store: runs <c>Define</c> over rows in memory, which are all there will ever be.</summary>");
        foreach (var (name, part) in keys)
        {
            writer.Line($"/// <param name=\"{name}\">{KeyDoc(part)}</param>");
        }

        writer.Line("/// <param name=\"asOf\">The instant; what happened later is the label's. UTC, floored to the microsecond.</param>");
        foreach (var (name, source) in sources)
        {
            writer.Line($"/// <param name=\"{name}\">The rows of <c>{CSharpText.Doc(source.Name)}</c>, in any order.</param>");
        }

        if (isCensored)
        {
            writer.Line("/// <param name=\"watermark\">Up to when all rows are there: the least over the label's sources.</param>");
        }

        writer.Line($"/// <returns>The label{(isCensored ? "; null where it is censored" : "")}.</returns>");
        writer.Line(Errors);
        var result = names.Record + (isCensored ? "?" : "");
        using var method = writer.Block($"public static {result} Evaluate({Parameters(isCensored)})");
        writer.Line($"var moment = new {Names.Reference}ReferenceMoment(asOf, knowledge: {Names.Root}Knowledge.Everything);");
        var parts = string.Join(", ", keys.OrderBy(k => k.Part.GroupIndex).Select(k => k.Part.Type.Normal(CSharpText.Identifier(k.Name), "The entity key " + k.Part.Property)));
        writer.Line(
            $"return {Names.Reference}ReferenceEvaluation.EvaluateLabel({DefineCall()}, moment, {Horizon(label.Plan)}, "
            + $"{(isCensored ? "watermark" : "null")}, {parts}){(isCensored ? "" : "!")};");
    }

    private string Parameters(bool isCensored)
    {
        string[] all =
        [
            .. keys.Select(k => $"{k.Part.Type.CSharp()} {CSharpText.Identifier(k.Name)}"),
            $"{Names.DateTime} asOf",
            .. sources.Select(s => $"global::System.Collections.Generic.IEnumerable<{CSharpText.Global(s.Source.RowType)}> {CSharpText.Identifier(s.Name)}"),
            .. isCensored ? [$"{Names.DateTime} watermark"] : Array.Empty<string>(),
        ];
        return string.Join(", ", all);
    }

    private string DefineCall()
    {
        var arguments = sources.Select(s =>
            $"{Names.Reference}ReferenceEvaluation.{(s.Source.Kind == SourceKind.Event ? "Outcomes" : "Dimension")}({CSharpText.Identifier(s.Name)}, moment)");
        return $"Define({string.Join(", ", arguments)})";
    }

    private void EmitKey()
    {
        writer.Gap();
        writer.Line("/// <summary>The key of an entity.</summary>");
        foreach (var key in label.Plan.Keys)
        {
            writer.Line($"/// <param name=\"{key.Property}\">{KeyDoc(key)}</param>");
        }

        var parts = label.Plan.Keys.Select(k => $"{k.Type.CSharp()} {CSharpText.Identifier(k.Property)}");
        writer.Line($"public readonly record struct Key({string.Join(", ", parts)});");
    }

    private string KeyDoc(KeyPart part)
    {
        var description = label.Declaration.KeyDescriptions[label.Plan.Keys.ToList().IndexOf(part)];
        return description.Length > 0 ? CSharpText.Doc(description) : $"The entity key <c>{CSharpText.Doc(part.Name)}</c>.";
    }
}
