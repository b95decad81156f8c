using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Members read one after the other: <c>x.s.Country.Length</c>.</summary>
internal static class Chains
{
    /// <summary>The whole of which an expression is the beginning: all members and calls that follow it.</summary>
    public static ExpressionSyntax WholeOf(ExpressionSyntax start) => start.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == start => WholeOf(access),
        InvocationExpressionSyntax call when call.Expression == start => WholeOf(call),
        ElementAccessExpressionSyntax element when element.Expression == start => WholeOf(element),
        PostfixUnaryExpressionSyntax suppression when suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression) => WholeOf(suppression),
        _ => start,
    };

    /// <summary>The whole with its first member read by <c>?.</c>, so that it is null where the receiver is.</summary>
    /// <param name="whole">The chain.</param>
    /// <param name="depth">How many nodes lie between the whole and the first member.</param>
    public static ExpressionSyntax Conditional(ExpressionSyntax whole, int depth)
    {
        var first = Descend(whole, depth);
        var rest = whole.ReplaceNode(first, MemberBindingExpression(first.Name));
        return ConditionalAccessExpression(Expressions.Bare(first.Expression).WithoutTrivia(), rest.WithoutTrivia());
    }

    /// <summary>How many nodes lie between a whole and the member it begins with.</summary>
    public static int Depth(ExpressionSyntax whole, MemberAccessExpressionSyntax first) => whole == first ? 0 : 1 + Depth(Receiver(whole), first);

    private static MemberAccessExpressionSyntax Descend(ExpressionSyntax whole, int depth) =>
        depth == 0 ? (MemberAccessExpressionSyntax)whole : Descend(Receiver(whole), depth - 1);

    private static ExpressionSyntax Receiver(ExpressionSyntax whole) => whole switch
    {
        MemberAccessExpressionSyntax access => access.Expression,
        InvocationExpressionSyntax call => call.Expression,
        ElementAccessExpressionSyntax element => element.Expression,
        PostfixUnaryExpressionSyntax suppression => suppression.Operand,
        _ => throw new InvalidOperationException("The chain does not begin there."),
    };
}
