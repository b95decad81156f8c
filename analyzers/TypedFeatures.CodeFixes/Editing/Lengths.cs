using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.Compiler.Binding;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Lengths of time that have to be positive and known when the project is compiled.</summary>
internal static class Lengths
{
    /// <summary>What can be done about one that is not.</summary>
    public static IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Expression switch
    {
        null => [],
        _ when FixedMembers.InitializerOf(finding) is { } value && Of(finding, value) > TimeSpan.Zero => FixedMembers.ReadOnly(finding),
        var length => NegativeIn(length) is { } negative
            ? [new Remedy("Make the length positive", "positive", edit => edit.Replace(negative, n => n.Operand))]
            : [],
    };

    /// <summary>The constant length of an expression; null where it is not known.</summary>
    public static TimeSpan? Of(Finding finding, ExpressionSyntax length) =>
        finding.Model.GetOperation(length, finding.Cancellation) is { } operation
        && new ConstantEvaluator(new BindingContext(finding.Model.Compilation, finding.Cancellation)).TryEvaluate(operation, out var value)
            ? value as TimeSpan?
            : null;

    /// <summary>Arguments with one more, a length of time by its name: <c>offset: Days(60)</c>.</summary>
    public static ArgumentListSyntax With(ArgumentListSyntax list, string name, string unit, int count)
    {
        var length = Expressions.Call("TypedFeatures.Duration", unit, LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(count)));
        var argument = Argument(NameColon(IdentifierName(name), Expressions.Spaced(SyntaxKind.ColonToken, before: false)), default, length);
        return list.WithArguments(SeparatedList<ArgumentSyntax>(list.Arguments.GetWithSeparators().Add(Expressions.Spaced(SyntaxKind.CommaToken, before: false)).Add(argument)));
    }

    private static PrefixUnaryExpressionSyntax? NegativeIn(ExpressionSyntax length) => length switch
    {
        PrefixUnaryExpressionSyntax negative when negative.IsKind(SyntaxKind.UnaryMinusExpression) => negative,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } when arguments[0].Expression is PrefixUnaryExpressionSyntax negative && negative.IsKind(SyntaxKind.UnaryMinusExpression) => negative,
        _ => null,
    };
}
