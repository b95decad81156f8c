using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Checks integer arithmetic, as far as it goes: one <c>checked</c> around all of it. Or computes in double.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1002Fixes)), Shared]
public sealed class TF1002Fixes() : RuleFixes(Rules.UncheckedInteger)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (finding.Expression is not { } found)
        {
            return [];
        }

        var whole = WholeOf(finding, found);
        var check = new Remedy("Wrap in 'checked'", "checked", edit => edit.Replace(whole, Checked));
        return whole.AncestorsAndSelf().Any(n => n.IsKind(SyntaxKind.UncheckedExpression)) || !DoubleArithmetic.Fits(finding, whole)
            ? [check]
            : [check, .. finding.IfItCompiles(new Remedy("Compute in double", "double", edit => edit.Replace(whole, DoubleArithmetic.Of)))];
    }

    /// <summary>The integer arithmetic that an operation is part of.</summary>
    private static ExpressionSyntax WholeOf(Finding finding, ExpressionSyntax part) => part.Parent switch
    {
        BinaryExpressionSyntax or ParenthesizedExpressionSyntax or PrefixUnaryExpressionSyntax or CastExpressionSyntax
            when IsInteger(finding.TypeOf((ExpressionSyntax)part.Parent)) => WholeOf(finding, (ExpressionSyntax)part.Parent),
        ParenthesizedExpressionSyntax or CheckedExpressionSyntax when IsUnchecked(part.Parent) => (ExpressionSyntax)part.Parent,
        _ => part,
    };

    private static ExpressionSyntax Checked(ExpressionSyntax whole) => SyntaxFactory.CheckedExpression(
        SyntaxKind.CheckedExpression,
        whole is CheckedExpressionSyntax wrapping ? wrapping.Expression.WithoutTrivia() : Expressions.Bare(whole).WithoutTrivia());

    private static bool IsUnchecked(SyntaxNode node) => node.IsKind(SyntaxKind.UncheckedExpression);

    private static bool IsInteger(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType
            is SpecialType.System_Int32 or SpecialType.System_Int64;
}
