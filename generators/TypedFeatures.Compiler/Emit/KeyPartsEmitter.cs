using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes the file-local struct that shows the parts of a key; the same for feature views and labels.</summary>
internal sealed class KeyPartsEmitter(SourceWriter writer, ViewPlan plan, ViewNames names)
{
    /// <summary>Writes the struct, where the library has none.</summary>
    public void Emit()
    {
        if (!names.HasOwnParts)
        {
            return;
        }

        writer.Gap();
        writer.Line(Names.GeneratedCode);
        using var type = writer.Block($"file readonly struct {names.OwnParts} : {Names.Keys}IKeyParts<{names.Key}>");
        var parts = string.Join(", ", plan.Keys.Select((k, i) => k.Type.VisitPart("parts", names.KeyPart("key", i), k.Property)));
        writer.Line($"public static {names.Key} Visit<TVisitor>({names.Key} key, ref TVisitor parts) where TVisitor : struct, {Names.Keys}IKeyVisitor, allows ref struct =>");
        using var body = writer.Indent();
        writer.Line((names.IsComposite ? $"new({parts})" : parts) + ";");
    }
}
