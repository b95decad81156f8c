using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Declares a service as a sealed partial record, corrects its attribute, marks its inputs, and requires its views.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2070Fixes)), Shared]
public sealed class TF2070Fixes() : RuleFixes(Rules.ServiceDeclaration)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Members.PropertyOf(finding) switch
    {
        null => RecordDeclarations.RemediesOf(finding),
        { Type: NullableTypeSyntax nullable } view when IsView(finding, nullable) =>
            finding.IfItCompiles(new Remedy($"Declare as 'required {nullable.ElementType}'", "required", edit => edit.Rewrite(view, Required))),
        { Modifiers: var modifiers } input when modifiers.Any(SyntaxKind.PublicKeyword) && IsSettable(input) && !IsView(finding, input.Type) && Members.AttributeOf(finding, input, "Request") is null =>
            finding.IfItCompiles(new Remedy("Mark as [Request]", "request", edit => edit.Rewrite(input, p => Members.WithAttribute(finding, p, "Request")))),
        _ => [],
    };

    private static PropertyDeclarationSyntax Required(PropertyDeclarationSyntax view)
    {
        var bare = view.WithLeadingTrivia();
        var type = (NullableTypeSyntax)bare.Type;
        return bare.WithModifiers(Members.With(bare.Modifiers, SyntaxKind.RequiredKeyword))
            .WithType(type.ElementType.WithTrailingTrivia(type.GetTrailingTrivia()))
            .WithLeadingTrivia(view.GetLeadingTrivia());
    }

    private static bool IsSettable(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(a => a.Modifiers.Count == 0 && (a.IsKind(SyntaxKind.InitAccessorDeclaration) || a.IsKind(SyntaxKind.SetAccessorDeclaration))) == true;

    private static bool IsView(Finding finding, TypeSyntax type) =>
        finding.TypeOf(type)?.GetAttributes().Any(a => a.AttributeClass is { Name: "FeatureViewAttribute" or "FeatureTableAttribute", ContainingNamespace.Name: "TypedFeatures" }) == true;
}
