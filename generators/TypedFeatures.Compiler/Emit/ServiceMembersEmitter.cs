using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the members a service gains: <c>Service</c>, <c>Request</c>, <c>Spine</c>, <c>FeatureNames</c>, <c>CopyTo</c>, <c>Row</c>, <c>ToRow</c>.</summary>
internal sealed class ServiceMembersEmitter(SourceWriter writer, BoundService service, ServiceNames names)
{
    private readonly ServicePlan plan = service.Plan;
    private readonly List<ServiceValue> values = [.. ServiceVector.ValuesOf(service.Plan)];

    /// <summary>Writes the other part of the record.</summary>
    public void Emit()
    {
        using var record = writer.Block($"partial record {service.Declaration.Name}");
        writer.Line($"/// <summary>The compiled feature service <c>{CSharpText.Doc(plan.Name)}</c>: what a store trains and serves.</summary>");
        writer.Line($"public static {names.FeatureService} Service {{ get; }} = new {names.Implementation}();");
        EmitFeatureNames();
        EmitCopyTo();
        EmitToRow();
        EmitRequest("Request", "What the service is asked with: the entities, and what arrives with the request.", []);
        EmitRequest("Spine", "A request at an instant: a row of what a training set is asked for.", [("AsOf", Names.DateTime, "The instant the features are of. UTC, floored to the microsecond.")]);
        EmitRow();
    }

    private void EmitFeatureNames()
    {
        writer.Gap();
        writer.Line("/// <summary>The names of the numbers that <see cref=\"CopyTo\"/> writes, in its order, which is the order of declaration: numbers and truth values alone, vectors number by number.</summary>");
        writer.Line("public static global::System.Collections.Generic.IReadOnlyList<string> FeatureNames { get; } = Service.Descriptor.VectorNames;");
    }

    private void EmitCopyTo()
    {
        writer.Gap();
        writer.Line("/// <summary>Writes the numbers of <see cref=\"FeatureNames\"/>: truth values as 1 and 0, lengths of time in seconds, vectors number by number, null as NaN.</summary>");
        writer.Line("/// <param name=\"vector\">Where to; at least as long as <see cref=\"FeatureNames\"/>.</param>");
        writer.Line("/// <exception cref=\"global::System.ArgumentException\">The vector is too short.</exception>");
        writer.Line("/// <exception cref=\"global::System.OverflowException\">An integer on-demand feature does not fit.</exception>");
        writer.Line("/// <exception cref=\"global::TypedFeatures.NonFiniteFeatureException\">An on-demand feature that cannot be null is infinite or not a number.</exception>");
        using var method = writer.Block("public void CopyTo(global::System.Span<float> vector)");
        writer.Line($"{Names.Online}FeatureVector.CheckLength(vector.Length, {CSharpText.Number(values.Sum(v => ServiceVector.Places(v.Type)))});");
        var next = 0;
        foreach (var value in values)
        {
            var places = ServiceVector.Places(value.Type);
            if (value.Type.Kind == ScalarKind.Vector)
            {
                writer.Line($"{Names.Online}FeatureVector.Copy({value.Access}, vector.Slice({CSharpText.Number(next)}, {CSharpText.Number(places)}));");
            }
            else if (places == 1)
            {
                writer.Line($"vector[{CSharpText.Number(next)}] = {ServiceVector.Number(value, plan.Name)};");
            }

            next += places;
        }
    }

    private void EmitToRow()
    {
        writer.Gap();
        writer.Line("/// <summary>The values as a row of a training table: what ML.NET and its like load as it is.</summary>");
        writer.Line("/// <param name=\"label\">The value to learn; NaN where there is none.</param>");
        writer.Line("/// <exception cref=\"global::System.OverflowException\">An integer on-demand feature does not fit.</exception>");
        writer.Line("/// <exception cref=\"global::TypedFeatures.NonFiniteFeatureException\">An on-demand feature that cannot be null is infinite or not a number.</exception>");
        using var block = writer.Block("public Row ToRow(float label = float.NaN) => new()", ";");
        writer.Line("Label = label,");
        foreach (var (value, _, text) in RowMembers())
        {
            writer.Line($"{CSharpText.Identifier(value.Member)} = {text},");
        }
    }

    private IEnumerable<(ServiceValue Value, string Type, string Text)> RowMembers()
    {
        foreach (var value in values)
        {
            if (value.Type is { Kind: ScalarKind.Boolean, IsNullable: false })
            {
                yield return (value, "bool", value.Access);
            }
            else if (ServiceVector.IsNumber(value.Type))
            {
                yield return (value, "float", ServiceVector.Number(value, plan.Name));
            }
            else if (value.Type.Kind == ScalarKind.Vector)
            {
                yield return (value, "float[]", $"{Names.Online}FeatureVector.ToArray({value.Access}, {CSharpText.Number(value.Type.Length)})");
            }
            else if (value.Type.Kind == ScalarKind.String)
            {
                yield return (value, "string?", value.Access);
            }
            else if (value.Type.Kind is ScalarKind.Guid or ScalarKind.Enum || value.Type.NumberOf is not null)
            {
                yield return (value, "string?", value.Access + (value.Type.IsNullable ? "?" : "") + ".ToString()");
            }
        }
    }

    private void EmitRow()
    {
        writer.Gap();
        writer.Line("/// <summary>A row of a training table: numbers as float with NaN for null, truth values, texts, vectors as arrays of NaN where they are null. Instants, dates, lists and maps are left out: a model wants an age, which an on-demand feature can be.</summary>");
        using var row = writer.Block("public sealed class Row");
        writer.Line("/// <summary>The value to learn; NaN where there is none.</summary>");
        writer.Line("public float Label { get; set; } = float.NaN;");
        foreach (var (value, type, _) in RowMembers())
        {
            writer.Gap();
            writer.Line($"/// <summary>The feature <c>{CSharpText.Doc(value.Name)}</c>.</summary>");
            writer.Line($"public {type} {CSharpText.Identifier(value.Member)} {{ get; set; }}{Initial(value, type)}");
        }
    }

    /// <summary>What a member is before it is set: missing.</summary>
    private static string Initial(ServiceValue value, string type) => type switch
    {
        "float" => " = float.NaN;",
        "float[]" => $" = {Names.Online}FeatureVector.ToArray(null, {CSharpText.Number(value.Type.Length)});",
        _ => "",
    };

    private void EmitRequest(string name, string summary, (string Name, string Type, string Description)[] more)
    {
        var members = names.RequestMembers.Select(m => (Name: m.Property, Type: m.Type.CSharp(), m.Description)).Concat(more).ToList();
        writer.Gap();
        writer.Line($"/// <summary>{summary}</summary>");
        foreach (var member in members)
        {
            writer.Line($"/// <param name=\"{member.Name}\">{CSharpText.Doc(member.Description)}</param>");
        }

        writer.Line($"public readonly record struct {name}({string.Join(", ", members.Select(m => $"{m.Type} {CSharpText.Identifier(m.Name)}"))});");
    }
}
