using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Emit;

/// <summary>Writes all the generated source of one feature view.</summary>
public static class ViewEmitter
{
    /// <summary>The files of a view: its members and its SQL.</summary>
    public static EquatableArray<EmittedFile> Emit(PrintedView view)
    {
        var declaration = view.View.Declaration;
        // Hint names are file names: no @.
        var prefix = (declaration.Namespace.Length > 0 ? $"{declaration.Namespace}.{declaration.Name}" : declaration.Name).Replace("@", "");
        return EquatableArray.Of(
            new EmittedFile($"{prefix}.View.g.cs", EmitView(view)),
            new EmittedFile($"{prefix}.Sql.g.cs", SqlClassEmitter.Emit(view)));
    }

    internal static string NamespaceText(string name) => string.Join(".", name.Split('.').Select(CSharpText.Identifier));

    internal static string Accessibility(ViewDeclaration declaration) => declaration.IsPublic ? "public" : "internal";

    private static string EmitView(PrintedView view)
    {
        var declaration = view.View.Declaration;
        var names = new ViewNames(view.View);
        var writer = new SourceWriter();
        writer.Line(Names.FileHeader.TrimEnd('\n') + "\n#pragma warning disable CS0162 // a condition of the definition may be a constant\n");
        ContractEmitter.Emit(writer, ContractBuilder.Of(view.View));
        if (declaration.Namespace.Length > 0)
        {
            writer.Line($"namespace {NamespaceText(declaration.Namespace)};");
            writer.Gap();
        }

        new MembersEmitter(writer, view.View, names).Emit();
        new KeyPartsEmitter(writer, view.View.Plan, names).Emit();
        new FeatureViewEmitter(writer, view, names).Emit();
        ViewDefinitions.EmitAccessors(writer, declaration.Parameters, names);
        return writer.ToString();
    }
}
