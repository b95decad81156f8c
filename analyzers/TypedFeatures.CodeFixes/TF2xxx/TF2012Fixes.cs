using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>States what a feature is where its value is null, or lets it be null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2012Fixes)), Shared]
public sealed class TF2012Fixes() : RuleFixes(Rules.NullIntoFeature)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        var (property, value) = finding.Node switch
        {
            PropertyDeclarationSyntax onDemand => (onDemand, onDemand.ExpressionBody?.Expression),
            _ => (PropertyOf(finding), finding.Expression is { } assigned ? Expressions.Around(assigned) : null),
        };
        return Default(finding, property, value).Concat(Nullable(finding, property));
    }

    private static IEnumerable<Remedy> Default(Finding finding, PropertyDeclarationSyntax? property, ExpressionSyntax? value) =>
        value is null || Expressions.EmptyOf(property is null ? finding.TypeOf(value) : finding.TypeOf(property.Type)) is not { } otherwise
            ? []
            : finding.IfItCompiles(new Remedy($"Default to {otherwise}", "default", edit => edit.Replace(value, v => Expressions.Coalesce(Expressions.Bare(v), otherwise))));

    private static IEnumerable<Remedy> Nullable(Finding finding, PropertyDeclarationSyntax? property) => property is null or { Type: NullableTypeSyntax }
        ? []
        : finding.IfItCompiles(new Remedy($"Declare as '{property.Type}?'", "nullable", edit => edit.Replace(property.Type, Members.Nullable)));

    /// <summary>The property that the value is assigned to, where it is declared in the same file.</summary>
    private static PropertyDeclarationSyntax? PropertyOf(Finding finding) =>
        finding.Node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { } assignment
        && finding.SymbolOf(assignment.Left)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(finding.Cancellation) is PropertyDeclarationSyntax property
        && property.SyntaxTree == finding.Node.SyntaxTree
            ? property
            : null;
}
