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
        SchemaText.EmitSources(writer, Enumerable.Range(0, plan.Joins.Count + 1).Select(plan.Source));
        SqlClassEmitter.EmitPlans(writer, plan.TypeName, "LabelPlans", [.. label.Sql.Select(s => s.Engine)]);
    }
}
