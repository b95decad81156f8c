using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Ends the window where outcomes are final: an offset as long as they take. A window that a <c>let</c> names is left alone, for others may read it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1025Fixes)), Shared]
public sealed class TF1025Fixes() : RuleFixes(LeakageRules.ImmatureOutcome)
{
    private static readonly (string Name, long Microseconds)[] Units =
        [("Days", 86_400_000_000), ("Hours", 3_600_000_000), ("Minutes", 60_000_000), ("Seconds", 1_000_000)];

    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (!long.TryParse(finding.Fact(FixFacts.Maturity), NumberStyles.None, CultureInfo.InvariantCulture, out var maturity) || WindowOf(finding) is not { } window)
        {
            return [];
        }

        var (unit, microseconds) = Units.First(u => maturity % u.Microseconds == 0);
        var count = (int)(maturity / microseconds);
        return finding.IfItCompiles(new Remedy($"End the window {count} {unit.ToLowerInvariant()} before", "offset", edit => edit.Replace(window.ArgumentList, l => Lengths.With(l, "offset", unit, count))));
    }

    /// <summary>The window without an offset over whose rows the outcome is read.</summary>
    private static InvocationExpressionSyntax? WindowOf(Finding finding)
    {
        var aggregate = finding.Node.AncestorsAndSelf().OfType<AnonymousFunctionExpressionSyntax>().FirstOrDefault()?.FirstAncestorOrSelf<InvocationExpressionSyntax>();
        for (var receiver = aggregate; receiver is not null; receiver = (receiver.Expression as MemberAccessExpressionSyntax)?.Expression as InvocationExpressionSyntax)
        {
            if (finding.SymbolOf(receiver) is IMethodSymbol { Name: "Last", ContainingType: { Name: "History", ContainingNamespace.Name: "TypedFeatures" } })
            {
                return receiver.ArgumentList.Arguments.Count == 1 ? receiver : null;
            }
        }

        return null;
    }
}
