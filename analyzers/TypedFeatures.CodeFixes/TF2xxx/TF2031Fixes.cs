using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Writes a percentage as the share that it is, and a negative half-life as a positive one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2031Fixes)), Shared]
public sealed class TF2031Fixes() : RuleFixes(Rules.AggregateParameter)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (finding.Expression is not { } argument)
        {
            return [];
        }

        var given = finding.ConstantOf(argument);
        return given is int or double && Convert.ToDecimal(given, CultureInfo.InvariantCulture) is > 1 and <= 100 and var percent
            ? [Share(argument, (percent / 100).ToString("0.############", CultureInfo.InvariantCulture))]
            : Lengths.RemediesOf(finding);
    }

    private static Remedy Share(ExpressionSyntax argument, string share) =>
        new($"Write {share}", "share", edit => edit.Replace(argument, _ => LiteralExpression(SyntaxKind.NumericLiteralExpression, ParseToken(share == "1" ? "1.0" : share))));
}
