using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Leaves out the tile of a window, or its offset.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2030Fixes)), Shared]
public sealed class TF2030Fixes() : RuleFixes(Rules.OffsetAndTile)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Expression is InvocationExpressionSyntax window
        ? Without(finding, window, "tile").Concat(Without(finding, window, "offset"))
        : [];

    private static IEnumerable<Remedy> Without(Finding finding, InvocationExpressionSyntax window, string parameter)
    {
        var index = window.ArgumentList.Arguments.IndexOf(a =>
            finding.Model.GetOperation(a, finding.Cancellation) is IArgumentOperation { Parameter.Name: var name } && name == parameter);
        return index < 0
            ? []
            : finding.IfItCompiles(new Remedy(
                $"Leave out the {parameter}", parameter, edit => edit.Replace(window.ArgumentList, l => Named(l, index).WithArguments(Named(l, index).Arguments.RemoveAt(index)))));
    }

    /// <summary>The argument behind the one that goes says by its name what it is.</summary>
    private static ArgumentListSyntax Named(ArgumentListSyntax list, int index) =>
        index == 1 && list.Arguments.Count > 2 && list.Arguments[2] is { NameColon: null } tile
            ? list.ReplaceNode(tile, tile.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName("tile"), Expressions.Spaced(SyntaxKind.ColonToken, before: false))))
            : list;
}
