using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Declares a view as a sealed partial record, corrects its attribute, makes <c>Define</c> static, and properties that nobody can set computed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2003Fixes)), Shared]
public sealed class TF2003Fixes() : RuleFixes(Rules.ViewDeclaration)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Node switch
    {
        MethodDeclarationSyntax define when !define.Modifiers.Any(SyntaxKind.StaticKeyword) =>
            finding.IfItCompiles(new Remedy("Make 'Define' static", "static", edit => edit.Rewrite(define, Static))),
        _ => RecordDeclarations.RemediesOf(finding),
    };

    private static MethodDeclarationSyntax Static(MethodDeclarationSyntax define)
    {
        var bare = define.WithLeadingTrivia();
        return bare.WithModifiers(Members.With(bare.Modifiers, SyntaxKind.StaticKeyword)).WithLeadingTrivia(define.GetLeadingTrivia());
    }
}
