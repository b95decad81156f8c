using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the method that builds a view's descriptor.</summary>
internal sealed class DescriptorEmitter(SourceWriter writer, PrintedView view)
{
    private readonly ViewPlan plan = view.View.Plan;
    private readonly ViewDeclaration declaration = view.View.Declaration;

    /// <summary>Writes the method.</summary>
    public void Emit()
    {
        writer.Gap();
        using var method = writer.Block($"private static {Names.Root}FeatureViewDescriptor CreateDescriptor() => new()", ";");
        writer.Line($"Name = {CSharpText.Literal(plan.Name)},");
        writer.Line($"Version = {CSharpText.Number(plan.Version)},");
        writer.Line($"Owner = {CSharpText.Literal(declaration.Owner)},");
        writer.Line($"Description = {CSharpText.Literal(declaration.Description)},");
        writer.Line($"OnlineTtl = {Duration(declaration.OnlineTtl)},");
        writer.Line($"Freshness = {Duration(declaration.Freshness)},");
        writer.Line($"ContractHash = {CSharpText.Literal(view.ContractHash)},");
        writer.Line($"LongestLookback = {Duration(OnlinePlan.From(plan).LongestLookback)},");
        SchemaText.EmitFields(writer, "Keys", plan.Keys.Select((k, i) => (k.Property, k.Name, k.Type, KeyDescription(i))));
        SchemaText.EmitFields(writer, "Features", plan.Features.Select(f => (f.Property, f.Name, f.Type, f.Description)));

        // One dimension may be joined in several roles.
        SchemaText.EmitSources(writer, plan.Sources);
        EmitViews();
        SqlClassEmitter.EmitPlans(writer, plan.TypeName, "EnginePlans", [.. view.Sql.Select(s => s.Engine)]);
    }

    private string KeyDescription(int index) =>
        index < declaration.KeyDescriptions.Count ? declaration.KeyDescriptions[index] : "";

    private void EmitViews()
    {
        var views = plan.Views.ToList();
        if (views.Count == 0)
        {
            return;
        }

        SchemaText.EmitArray(writer, "Views", Names.Root + "JoinedView", views, v =>
            $"new {Names.Root}JoinedView({CSharpText.Literal(v.View.Name)}, {CSharpText.Number(v.View.Version)}, {CSharpText.Literal(ContractHash.Of(v.View))}, {Duration(v.Every)})");
    }

    private static string Duration(long? microseconds) =>
        microseconds is { } value ? $"{Names.Instant}.ToTimeSpan({CSharpText.Literal(value)})" : "null";
}
