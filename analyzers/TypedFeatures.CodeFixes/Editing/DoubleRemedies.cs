using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Has doubles compute what another type of numbers does not: casts what goes in, and leaves out the way back.</summary>
internal static class DoubleRemedies
{
    private const string Title = "Compute in double";

    /// <summary>The remedies for arithmetic, calls and casts.</summary>
    /// <param name="finding">What stands there.</param>
    /// <param name="refused">The type that does not compute.</param>
    public static IEnumerable<Remedy> RemediesOf(Finding finding, SpecialType refused) => finding.Expression switch
    {
        CastExpressionSyntax cast when IsOf(finding.TypeOf(cast), refused) => Fix(finding, cast, c => Expressions.Grouped(c.Expression), "Keep it a double"),
        CastExpressionSyntax cast => Fix(finding, cast, Through, Title),
        InvocationExpressionSyntax call => Fix(finding, call, c => Widened(finding, call, c, refused), Title),
        { } arithmetic when DoubleArithmetic.Fits(finding, arithmetic) => Fix(finding, arithmetic, DoubleArithmetic.Of, Title),
        _ => [],
    };

    private static IEnumerable<Remedy> Fix<T>(Finding finding, T node, Func<T, ExpressionSyntax> change, string title)
        where T : ExpressionSyntax => finding.IfItCompiles(new Remedy(title, "double", edit => edit.Replace(node, change)));

    /// <summary>The way to an integer leads through a double, and fails where it does not fit.</summary>
    private static ExpressionSyntax Through(CastExpressionSyntax cast)
    {
        var widened = cast.WithExpression(Expressions.AsDouble(cast.Expression)).WithoutTrivia();
        return cast.Ancestors().Any(n => n.IsKind(SyntaxKind.CheckedExpression)) ? widened : SyntaxFactory.CheckedExpression(SyntaxKind.CheckedExpression, widened);
    }

    private static InvocationExpressionSyntax Widened(Finding finding, InvocationExpressionSyntax original, InvocationExpressionSyntax call, SpecialType refused)
    {
        var arguments = call.ArgumentList.Arguments.Select((a, i) =>
            IsOf(finding.TypeOf(original.ArgumentList.Arguments[i].Expression), refused) ? a.WithExpression(Expressions.AsDouble(a.Expression)) : a);
        return call.WithArgumentList(call.ArgumentList.WithArguments(SyntaxFactory.SeparatedList(arguments, call.ArgumentList.Arguments.GetSeparators())));
    }

    private static bool IsOf(ITypeSymbol? type, SpecialType special) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType == special;
}
