using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Declares a property as the stored type that holds all values of its own, or has the numbers of an enum stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2005Fixes)), Shared]
public sealed class TF2005Fixes() : RuleFixes(Rules.UnsupportedType)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (Members.PropertyOf(finding) is not { } property)
        {
            return [];
        }

        var core = property.Type is NullableTypeSyntax nullable ? nullable.ElementType : property.Type;
        return (finding.TypeOf(core), Stored(finding.TypeOf(core))) switch
        {
            (_, { } stored) => finding.IfItCompiles(new Remedy(
                $"Declare as '{stored.Substring(stored.LastIndexOf('.') + 1)}'", "type", edit => edit.Replace(property.Type, t => Members.Retyped(t, stored)))),
            (INamedTypeSymbol { TypeKind: TypeKind.Enum } type, _) => Numbers(finding, type),
            _ => [],
        };
    }

    private static IEnumerable<Remedy> Numbers(Finding finding, INamedTypeSymbol type) =>
        type.EnumUnderlyingType?.SpecialType is not SpecialType.System_UInt64
        && type.GetMembers().Any(m => m is IFieldSymbol)
        && type.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is EnumDeclarationSyntax declaration
        && declaration.SyntaxTree == finding.Node.SyntaxTree
            ? [new Remedy($"Store the numbers of '{type.Name}'", "numbers", edit => edit.Rewrite(declaration, e => Members.WithAttribute(finding, e, "StoredAs", "EnumStorage.Number")))]
            : [];

    /// <summary>The stored type that has all values of a type; null where there is none.</summary>
    private static string? Stored(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 => "int",
        SpecialType.System_UInt32 => "long",
        _ => type switch
        {
            { Name: "Half", ContainingNamespace.Name: "System" } => "float",
            { Name: "DateTimeOffset", ContainingNamespace.Name: "System" } => "System.DateTime",
            _ => null,
        },
    };
}
