using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.CodeFixes.TF1xxx;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Replaces members of .NET by what the language has in their place: <c>Numeric</c> for functions that are not defined everywhere, the invariant culture, <c>==</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2001Fixes)), Shared]
public sealed class TF2001Fixes() : RuleFixes(Rules.UnsupportedExpression)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (finding.Expression is not InvocationExpressionSyntax call || finding.SymbolOf(call) is not IMethodSymbol method)
        {
            return [];
        }

        return (method.ContainingType, method.Name, method.Parameters.Length) switch
        {
            ({ Name: "Math", ContainingNamespace.Name: "System" }, "Sqrt" or "Log" or "Log2" or "Log10" or "Exp", 1) or ({ Name: "Math", ContainingNamespace.Name: "System" }, "Pow", 2) =>
                Numeric(finding, call, method.Name),
            ({ SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 }, "ToString", 0) when call.Expression is MemberAccessExpressionSyntax =>
                finding.IfItCompiles(new Remedy("Write it in the invariant culture", "invariant", edit => edit.Replace(call, c => TextCalls.ToInvariant(ReceiverOf(c), isNullable: false)))),
            ({ Name: "DateTime", ContainingNamespace.Name: "System" }, "ToUniversalTime", 0) when call.Expression is MemberAccessExpressionSyntax =>
                finding.IfItCompiles(new Remedy("Leave out 'ToUniversalTime'", "universal", edit => edit.Replace(call, ReceiverOf))),
            ({ ContainingNamespace.Name: "System" }, "Equals", 1) when call.Expression is MemberAccessExpressionSyntax && SymbolEqualityComparer.Default.Equals(method.Parameters[0].Type, method.ContainingType) =>
                finding.IfItCompiles(new Remedy("Compare with '=='", "equality", edit => edit.Replace(call, Equality))),
            _ => [],
        };
    }

    /// <summary>Null outside of the domain; 0 where null will not do.</summary>
    private static IEnumerable<Remedy> Numeric(Finding finding, InvocationExpressionSyntax call, string method)
    {
        ExpressionSyntax Call(InvocationExpressionSyntax c) => Expressions.Call("TypedFeatures.Numeric", method, [.. c.ArgumentList.Arguments.Select(a => a.Expression)]);
        return finding.FirstThatCompiles(
            new Remedy($"Use 'Numeric.{method}', null outside of its domain", "numeric", edit => edit.Replace(call, Call)),
            new Remedy($"Use 'Numeric.{method}', 0 outside of its domain", "numeric", edit => edit.Replace(
                call, c => Expressions.Grouped(Expressions.Coalesce(Call(c), SyntaxFactory.LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(0)))))));
    }

    private static ExpressionSyntax Equality(InvocationExpressionSyntax call) => Expressions.Grouped(Expressions.Binary(
        SyntaxKind.EqualsExpression, Expressions.Grouped(ReceiverOf(call)), SyntaxKind.EqualsEqualsToken, Expressions.Grouped(call.ArgumentList.Arguments[0].Expression)));

    private static ExpressionSyntax ReceiverOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Expression;
}
