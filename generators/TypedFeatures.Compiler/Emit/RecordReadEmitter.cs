using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes how keys and records come out of results and go into spines; the same for feature views and labels.</summary>
internal sealed class RecordReadEmitter(SourceWriter writer, ViewPlan plan, ViewNames names)
{
    /// <summary>Writes <c>ReadKey</c> and <c>WriteKey</c>.</summary>
    public void EmitKeys()
    {
        writer.Gap();
        var columns = plan.Keys.Select((k, i) => k.Type.ReadColumn("row", i == 0 ? "firstColumn" : $"firstColumn + {CSharpText.Number(i)}"));
        var key = string.Join(", ", columns);
        writer.Line($"public override {names.Key} ReadKey({Names.RowCursor} row, int firstColumn) => {(names.IsComposite ? $"new({key})" : key)};");

        writer.Gap();
        using (writer.Block($"public override void WriteKey({names.Key} key, {Names.RowWriter} writer)"))
        {
            for (var i = 0; i < plan.Keys.Count; i++)
            {
                writer.Line(plan.Keys[i].Type.WriteColumn("writer", names.KeyPart("key", i)));
            }
        }
    }

    /// <summary>Writes the method that reads the record of an entity.</summary>
    /// <param name="method">Its name.</param>
    public void EmitRead(string method)
    {
        writer.Gap();
        using var body = writer.Block($"public override {names.Record} {method}({names.Key} key, {Names.RowCursor} row, int firstColumn)");
        names.EmitNormalizedKey(writer);
        using var record = writer.Block($"return new {names.Record}", ";");
        names.EmitKeyAssignments(writer);
        for (var i = 0; i < plan.Features.Count; i++)
        {
            var feature = plan.Features[i];
            var value = ReadFeature(feature, i == 0 ? "firstColumn" : $"firstColumn + {CSharpText.Number(i)}");
            writer.Line($"{CSharpText.Identifier(feature.Property)} = {names.OfProperty(feature, value)},");
        }
    }

    private string ReadFeature(Feature feature, string column)
    {
        var place = $"{CSharpText.Literal(plan.Name)}, {CSharpText.Literal(feature.Property)}";
        switch (feature.Type.Kind)
        {
            case ScalarKind.Vector:
                return feature.Type.IsNullable
                    ? $"row.IsNull({column}) ? null : {Names.FeatureValue}.Finite(row.GetVector({column}))"
                    : $"{Names.FeatureValue}.Finite(row.GetVector({column}), {place})";

            // Null where a total is not finite.
            case ScalarKind.Map when !feature.Type.IsNullable:
                return $"{feature.Type.ReadColumn("row", column)} ?? throw new {Names.Root}NonFiniteFeatureException({place})";
            case not (ScalarKind.Single or ScalarKind.Double):
                return feature.Type.ReadColumn("row", column);
        }

        return feature.Type.IsNullable
            ? $"row.IsNull({column}) ? null : {Names.FeatureValue}.Finite({feature.Type.NonNullable.ReadColumn("row", column)})"
            : $"{Names.FeatureValue}.Read{feature.Type.Kind}(row, {column}, {place})";
    }
}
