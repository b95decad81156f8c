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
        EmitSources();
        EmitViews();
        EmitPlans();
    }

    private string KeyDescription(int index) =>
        index < declaration.KeyDescriptions.Count ? declaration.KeyDescriptions[index] : "";

    private void EmitSources()
    {
        writer.Line($"Sources = {Names.Plans}EquatableArray.Of(");
        using var list = writer.Indent();
        // One dimension may be joined in several roles.
        var sources = plan.Sources.ToList();
        for (var i = 0; i < sources.Count; i++)
        {
            SchemaText.EmitSource(writer, sources[i], "", i == sources.Count - 1 ? ")," : ",");
        }
    }

    private void EmitViews()
    {
        var views = plan.Views.ToList();
        if (views.Count == 0)
        {
            return;
        }

        writer.Line($"Views = {Names.Plans}EquatableArray.Of(");
        using var list = writer.Indent();
        for (var i = 0; i < views.Count; i++)
        {
            var joined = views[i].View;
            writer.Line(
                $"new {Names.Root}JoinedView({CSharpText.Literal(joined.Name)}, {CSharpText.Number(joined.Version)}, {CSharpText.Literal(ContractHash.Of(joined))}, "
                + $"{Duration(views[i].Every)}){(i == views.Count - 1 ? ")," : ",")}");
        }
    }

    private void EmitPlans()
    {
        if (view.Sql.IsEmpty)
        {
            writer.Line($"Plans = {Names.Plans}EquatableArray.Of<{Names.Root}EnginePlans>(),");
            return;
        }

        var sql = CSharpText.Global(plan.TypeName) + "Sql.";
        writer.Line($"Plans = {Names.Plans}EquatableArray.Of(");
        using var list = writer.Indent();
        for (var i = 0; i < view.Sql.Count; i++)
        {
            var printed = view.Sql[i];
            var texts = sql + SqlClassEmitter.ClassOf(printed.Engine) + ".";
            writer.Line($"new {Names.Root}EnginePlans(");
            using (writer.Indent())
            {
                writer.Line($"{CSharpText.Literal(printed.Engine)},");
                foreach (var (name, _, _) in SqlClassEmitter.Texts(printed))
                {
                    writer.Line($"{texts}{name},");
                }

                var setup = string.Join(", ", printed.Setup.Select(CSharpText.Literal));
                writer.Line($"{Names.Plans}EquatableArray.Of<string>({setup})){(i == view.Sql.Count - 1 ? ")," : ",")}");
            }
        }
    }

    private static string Duration(long? microseconds) =>
        microseconds is { } value ? $"{Names.Instant}.ToTimeSpan({CSharpText.Literal(value)})" : "null";
}
