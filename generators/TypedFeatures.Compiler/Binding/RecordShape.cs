using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Binding;

/// <summary>The shape of a record that gains generated members.</summary>
internal static class RecordShape
{
    /// <summary>Reports what keeps a type from being a sealed partial record of its own with a parameterless constructor.</summary>
    public static void Check(INamedTypeSymbol type, DiagnosticDescriptor rule, BindingContext context)
    {
        void Report(string message) => context.Report(rule, Declarations.LocationOf(type), message);
        if (!type.IsRecord || type.TypeKind != TypeKind.Class || !type.IsSealed || !IsPartial(type, context))
        {
            Report($"'{type.Name}' must be declared as: sealed partial record.");
        }

        if (type.ContainingType is not null || type.IsGenericType || type.IsFileLocal)
        {
            Report($"'{type.Name}' must be a type of its own in a namespace, neither nested, generic nor file-local: its generated members and its name in the registry depend on it.");
        }

        if (type.BaseType is { SpecialType: not SpecialType.System_Object, TypeKind: not TypeKind.Error })
        {
            Report($"'{type.Name}' must not inherit: every feature is declared where it is defined.");
        }

        if (!type.InstanceConstructors.Any(c => c.Parameters.IsEmpty))
        {
            Report($"'{type.Name}' needs a parameterless constructor: declare its features as properties with init, not as parameters.");
        }
    }

    private static bool IsPartial(INamedTypeSymbol type, BindingContext context) => type.DeclaringSyntaxReferences
        .Select(r => r.GetSyntax(context.Cancellation))
        .OfType<Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax>()
        .Any(d => d.Modifiers.Any(m => m.ValueText == "partial"));
}
