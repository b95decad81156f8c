using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>States what a feature of a table is without a row, or lets it be null.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2050Fixes)), Shared]
public sealed class TF2050Fixes() : RuleFixes(Rules.TableDefault)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => Members.PropertyOf(finding) is { Initializer: null } property
        ? Default(finding, property).Concat(finding.IfItCompiles(new Remedy($"Declare as '{property.Type}?'", "nullable", edit => edit.Replace(property.Type, Members.Nullable))))
        : [];

    private static IEnumerable<Remedy> Default(Finding finding, PropertyDeclarationSyntax property) => Expressions.EmptyOf(finding.TypeOf(property.Type)) is { } empty
        ? finding.IfItCompiles(new Remedy($"Default to {empty}", "default", edit => edit.Replace(property, p => Initialised(p, empty))))
        : [];

    private static PropertyDeclarationSyntax Initialised(PropertyDeclarationSyntax property, ExpressionSyntax value)
    {
        var bare = property.WithoutTrailingTrivia();
        var equals = Token(TriviaList(Space), SyntaxKind.EqualsToken, TriviaList(Space));
        return bare.WithInitializer(EqualsValueClause(equals, value)).WithSemicolonToken(Token(SyntaxKind.SemicolonToken));
    }
}
