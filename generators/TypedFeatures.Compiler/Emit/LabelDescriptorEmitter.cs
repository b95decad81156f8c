using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the method that builds a label's descriptor.</summary>
internal sealed class LabelDescriptorEmitter(SourceWriter writer, PrintedLabel label)
{
    private readonly ViewPlan plan = label.Label.Plan;
    private readonly ViewDeclaration declaration = label.Label.Declaration;

    /// <summary>Writes the method.</summary>
    public void Emit()
    {
        writer.Gap();
        using var method = writer.Block($"private static {Names.Root}LabelDescriptor CreateDescriptor() => new()", ";");
        writer.Line($"Name = {CSharpText.Literal(plan.Name)},");
        writer.Line($"Version = {CSharpText.Number(plan.Version)},");
        writer.Line($"Owner = {CSharpText.Literal(declaration.Owner)},");
        writer.Line($"Description = {CSharpText.Literal(declaration.Description)},");
        writer.Line($"ContractHash = {CSharpText.Literal(label.ContractHash)},");
        writer.Line($"Horizon = {LabelMembersEmitter.Horizon(plan)},");
        SchemaText.EmitFields(writer, "Keys", plan.Keys.Select((k, i) => (k.Property, k.Name, k.Type, declaration.KeyDescriptions[i])));
        SchemaText.EmitFields(writer, "Values", plan.Features.Select(f => (f.Property, f.Name, f.Type, f.Description)));
        EmitSources();
        EmitPlans();
    }

    private void EmitSources()
    {
        writer.Line($"Sources = {Names.Plans}EquatableArray.Of(");
        using var list = writer.Indent();
        for (var i = 0; i <= plan.Joins.Count; i++)
        {
            SchemaText.EmitSource(writer, plan.Source(i), "", i == plan.Joins.Count ? ")," : ",");
        }
    }

    private void EmitPlans()
    {
        if (label.Sql.IsEmpty)
        {
            writer.Line($"Plans = {Names.Plans}EquatableArray.Of<{Names.Root}LabelPlans>(),");
            return;
        }

        writer.Line($"Plans = {Names.Plans}EquatableArray.Of(");
        using var list = writer.Indent();
        for (var i = 0; i < label.Sql.Count; i++)
        {
            var printed = label.Sql[i];
            var texts = $"{CSharpText.Global(plan.TypeName)}Sql.{SqlClassEmitter.ClassOf(printed.Engine)}.";
            var setup = string.Join(", ", printed.Setup.Select(CSharpText.Literal));
            writer.Line(
                $"new {Names.Root}LabelPlans({CSharpText.Literal(printed.Engine)}, {texts}Training, {Names.Plans}EquatableArray.Of<string>({setup}))"
                + (i == label.Sql.Count - 1 ? ")," : ","));
        }
    }
}
