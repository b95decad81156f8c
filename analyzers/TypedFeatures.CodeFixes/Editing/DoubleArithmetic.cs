using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Integer, float or decimal arithmetic as arithmetic of doubles: the first operand of each operation is cast, and the others follow it.</summary>
internal static class DoubleArithmetic
{
    /// <summary>Whether a double is, rounding aside, what the arithmetic was: integers are cut off where they are divided, which doubles are not.</summary>
    public static bool Fits(Finding finding, ExpressionSyntax arithmetic) => Expressions.Bare(arithmetic) switch
    {
        CheckedExpressionSyntax wrapping => Fits(finding, wrapping.Expression),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.SubtractExpression or (int)SyntaxKind.MultiplyExpression } binary =>
            Fits(finding, binary.Left) && Fits(finding, binary.Right),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.DivideExpression } division => IsFraction(finding.TypeOf(division)) && Fits(finding, division.Left) && Fits(finding, division.Right),
        BinaryExpressionSyntax => false,
        PrefixUnaryExpressionSyntax unary => unary.IsKind(SyntaxKind.UnaryMinusExpression) && Fits(finding, unary.Operand),
        CastExpressionSyntax => false,
        _ => true,
    };

    /// <summary>The arithmetic in doubles.</summary>
    public static ExpressionSyntax Of(ExpressionSyntax arithmetic) => arithmetic switch
    {
        ParenthesizedExpressionSyntax inner => inner.WithExpression(Of(inner.Expression)),
        CheckedExpressionSyntax wrapping => Expressions.Grouped(Of(wrapping.Expression)),
        BinaryExpressionSyntax binary => binary.WithLeft(Of(binary.Left).WithTriviaFrom(binary.Left)).WithRight(Follow(binary.Right).WithTriviaFrom(binary.Right)),
        PrefixUnaryExpressionSyntax unary => unary.WithOperand(Of(unary.Operand)),
        _ => Expressions.AsDouble(arithmetic),
    };

    /// <summary>An operand beside a double: widened by itself, unless it has arithmetic of its own or is a literal of another type.</summary>
    private static ExpressionSyntax Follow(ExpressionSyntax operand) => operand switch
    {
        _ when Expressions.Bare(operand) is BinaryExpressionSyntax or PrefixUnaryExpressionSyntax or CheckedExpressionSyntax => Of(operand),
        LiteralExpressionSyntax { Token.Value: float or decimal } literal => Expressions.AsDouble(literal),
        _ => operand,
    };

    private static bool IsFraction(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType
            is SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal;
}
