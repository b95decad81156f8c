using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes all the generated source of one label.</summary>
public static class LabelEmitter
{
    /// <summary>The files of a label: its members and its SQL.</summary>
    public static EquatableArray<EmittedFile> Emit(PrintedLabel label)
    {
        var declaration = label.Label.Declaration;
        var prefix = (declaration.Namespace.Length > 0 ? $"{declaration.Namespace}.{declaration.Name}" : declaration.Name).Replace("@", "");
        return EquatableArray.Of(
            new EmittedFile($"{prefix}.Label.g.cs", EmitLabel(label)),
            new EmittedFile($"{prefix}.Sql.g.cs", SqlClassEmitter.Emit(label)));
    }

    private static string EmitLabel(PrintedLabel label)
    {
        var declaration = label.Label.Declaration;
        var names = new ViewNames(label.Label);
        var writer = new SourceWriter();
        writer.Line(Names.FileHeader);
        ContractEmitter.Emit(writer, ContractBuilder.Of(label.Label));
        if (declaration.Namespace.Length > 0)
        {
            writer.Line($"namespace {ViewEmitter.NamespaceText(declaration.Namespace)};");
            writer.Gap();
        }

        new LabelMembersEmitter(writer, label.Label, names).Emit();
        new KeyPartsEmitter(writer, label.Label.Plan, names).Emit();
        EmitImplementation(writer, label, names);
        return writer.ToString();
    }

    private static void EmitImplementation(SourceWriter writer, PrintedLabel label, ViewNames names)
    {
        var plan = label.Label.Plan;
        writer.Gap();
        writer.Line(Names.GeneratedCode);
        using var scope = writer.Block($"file sealed class {names.LabelImplementation}() : {names.GeneratedLabel}(CreateDescriptor())");
        new RecordReadEmitter(writer, plan, names).EmitRead("ReadLabel");
        new LabelDescriptorEmitter(writer, label).Emit();
    }
}
