using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Tiles the window whose rows would have to be kept, by the hour.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2032Fixes)), Shared]
public sealed class TF2032Fixes() : RuleFixes(Rules.UnboundedState)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        // Without the fact, tiles are no remedy: the aggregate does not merge, or the window has an offset.
        if (!long.TryParse(finding.Fact(FixFacts.LookBack), NumberStyles.None, CultureInfo.InvariantCulture, out var length))
        {
            return [];
        }

        // A window that is not in the feature's own value was named by a 'let'.
        var places = new[] { finding.Node }.Concat(finding.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.DescendantNodes().OfType<LetClauseSyntax>() ?? []);
        var window = places.SelectMany(p => p.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>()).FirstOrDefault(c => IsExact(finding, c, length));
        return window is null
            ? []
            : finding.IfItCompiles(new Remedy("Tile the window by the hour", "tile", edit => edit.Replace(window.ArgumentList, l => Lengths.With(l, "tile", "Hours", 1))));
    }

    private static bool IsExact(Finding finding, InvocationExpressionSyntax call, long microseconds) =>
        call.ArgumentList.Arguments is { Count: 1 } arguments
        && finding.SymbolOf(call) is IMethodSymbol { Name: "Last", ContainingType: { Name: "History", ContainingNamespace.Name: "TypedFeatures" } }
        && Lengths.Of(finding, arguments[0].Expression)?.Ticks / 10 == microseconds;
}
