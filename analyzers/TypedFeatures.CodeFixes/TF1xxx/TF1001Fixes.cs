using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Divides by <c>Numeric.Ratio</c>, or where the divisor is not zero.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1001Fixes)), Shared]
public sealed class TF1001Fixes() : RuleFixes(Rules.UnguardedDivision)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) =>
        finding.Expression is BinaryExpressionSyntax division ? Ratio(finding, division).Concat(Guard(finding, division)) : [];

    /// <summary>Of doubles alone: a quotient of integers is cut off, which <c>Ratio</c> does not do.</summary>
    private static IEnumerable<Remedy> Ratio(Finding finding, BinaryExpressionSyntax division)
    {
        if (!division.IsKind(SyntaxKind.DivideExpression) || !IsDouble(finding, division.Left) && !IsDouble(finding, division.Right))
        {
            return [];
        }

        return finding.FirstThatCompiles(
            new Remedy("Use 'Numeric.Ratio', null where the divisor is zero", "ratio", edit => edit.Replace(division, Call)),
            new Remedy("Use 'Numeric.Ratio', 0 where the divisor is zero", "ratio", edit => edit.Replace(division, d => Expressions.Grouped(Expressions.Coalesce(Call(d), Expressions.EmptyOf(finding.TypeOf(division))!)))));
    }

    private static IEnumerable<Remedy> Guard(Finding finding, BinaryExpressionSyntax division)
    {
        if (Expressions.EmptyOf(finding.TypeOf(division.Right)) is not { } zero || Expressions.EmptyOf(finding.TypeOf(division)) is not { } otherwise)
        {
            return [];
        }

        Remedy With(ExpressionSyntax value, string title) => new(title, "guard", edit => edit.Replace(
            division,
            d => Expressions.Grouped(Expressions.Choice(Expressions.NotEqual(Expressions.Bare(d.Right), zero), d, value))));
        return IsNullable(finding.TypeOf(division))
            ? finding.IfItCompiles(With(Expressions.Null(), "Divide where the divisor is not zero, else null"))
            : finding.IfItCompiles(With(otherwise, "Divide where the divisor is not zero, else 0"));
    }

    private static ExpressionSyntax Call(BinaryExpressionSyntax division) =>
        Expressions.Call("TypedFeatures.Numeric", "Ratio", Expressions.Bare(division.Left), Expressions.Bare(division.Right));

    private static bool IsDouble(Finding finding, ExpressionSyntax operand) => finding.TypeOf(operand) switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0].SpecialType == SpecialType.System_Double,
        var type => type?.SpecialType == SpecialType.System_Double,
    };

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
