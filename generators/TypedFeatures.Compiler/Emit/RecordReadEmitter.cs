using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes how records come out of results; the same for feature views and labels.</summary>
internal sealed class RecordReadEmitter(SourceWriter writer, ViewPlan plan, ViewNames names)
{
    private const string Columns = "columns";

    /// <summary>Writes the method that reads the record of an entity.</summary>
    /// <param name="method">Its name.</param>
    public void EmitRead(string method)
    {
        writer.Gap();
        using var body = writer.Block($"public override {names.Record} {method}({names.Key} key, {Names.RowCursor} row, int firstColumn)");
        names.EmitNormalizedKey(writer);
        writer.Line($"var {Columns} = new {Names.Offline}FeatureColumns(row, firstColumn, {CSharpText.Literal(plan.Name)});");
        using var record = writer.Block($"return new {names.Record}", ";");
        names.EmitKeyAssignments(writer);
        foreach (var feature in plan.Features)
        {
            writer.Line($"{CSharpText.Identifier(feature.Property)} = {names.OfProperty(feature, feature.Type.ReadNext(Columns, feature.Property))},");
        }
    }
}
