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

/// <summary>Writes a constant with the digits of the decimals beside it, or adds a zero that has them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2092Fixes)), Shared]
public sealed class TF2092Fixes() : RuleFixes(Rules.DecimalScale)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Expression switch
    {
        null => [],
        var value when ScaleOf(finding, FixFacts.ScaleOfZero) is { } scale => [AddZero(Expressions.Around(value), Constant(0m, scale))],
        var choice when ScaleOf(finding, FixFacts.Scale) is { } scale => Digits(finding, choice, scale),
        _ => [],
    };

    private static Remedy AddZero(ExpressionSyntax value, ExpressionSyntax zero) => new(
        $"Add {zero}", "zero", edit => edit.Replace(value, v => Expressions.Grouped(Expressions.Binary(SyntaxKind.AddExpression, Expressions.Grouped(v), SyntaxKind.PlusToken, zero))));

    private static IEnumerable<Remedy> Digits(Finding finding, ExpressionSyntax choice, int scale)
    {
        var constants = ChosenIn(choice).Where(c => finding.ConstantOf(c) is decimal number && ScaleOf(number) < scale).ToList();
        return constants.Count == 0
            ? []
            : [new Remedy($"Write {scale} digits after the point", "digits", edit =>
            {
                foreach (var constant in constants)
                {
                    edit.Replace(constant, _ => Constant((decimal)finding.ConstantOf(constant)!, scale));
                }
            })];
    }

    private static int? ScaleOf(Finding finding, string fact) =>
        int.TryParse(finding.Fact(fact), NumberStyles.None, CultureInfo.InvariantCulture, out var scale) ? scale : null;

    /// <summary>The values one of which is chosen.</summary>
    private static IEnumerable<ExpressionSyntax> ChosenIn(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => ChosenIn(inner.Expression),
        ConditionalExpressionSyntax choice => ChosenIn(choice.WhenTrue).Concat(ChosenIn(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(a => ChosenIn(a.Expression)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either => ChosenIn(either.Left).Concat(ChosenIn(either.Right)),
        _ => [value],
    };

    private static int ScaleOf(decimal value) => (decimal.GetBits(value)[3] >> 16) & 0xFF;

    private static ExpressionSyntax Constant(decimal value, int scale) =>
        ParseExpression(value.ToString("F" + scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + "m");
}
