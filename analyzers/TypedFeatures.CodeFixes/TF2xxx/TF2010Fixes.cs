using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Computes in double what is computed before rows are known to be visible.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2010Fixes)), Shared]
public sealed class TF2010Fixes() : RuleFixes(Rules.FailureBeforeVisibility)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        var failing = finding.Node.DescendantNodesAndSelf(n => !IsChecked(n)).Where(IsChecked).Cast<CheckedExpressionSyntax>().ToList();
        if (failing.Count == 0 || !failing.All(c => DoubleArithmetic.Fits(finding, c)))
        {
            return [];
        }

        return finding.IfItCompiles(new Remedy("Compute in double", "double", edit =>
        {
            foreach (var arithmetic in failing)
            {
                edit.Replace(arithmetic, DoubleArithmetic.Of);
            }
        }));
    }

    private static bool IsChecked(SyntaxNode node) => node.IsKind(SyntaxKind.CheckedExpression);
}
