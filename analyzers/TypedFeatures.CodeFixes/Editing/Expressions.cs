using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>
/// New expressions of old ones. They are made of nodes, not of text, so that what another remedy changes within them stays; blanks are written here, so that the
/// formatter need not touch the user's own.
/// </summary>
internal static class Expressions
{
    /// <summary>A type by its full name, to be shortened and imported.</summary>
    public static ExpressionSyntax Type(string fullName) =>
        ParseExpression("global::" + fullName).WithAdditionalAnnotations(Simplifier.Annotation, DocumentEdit.Import);

    /// <summary>A call of a static method.</summary>
    public static ExpressionSyntax Call(string type, string method, params ExpressionSyntax[] arguments) =>
        InvocationExpression(Member(type, method), Arguments(arguments));

    /// <summary>A static member.</summary>
    public static ExpressionSyntax Member(string type, string name) => MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Type(type), IdentifierName(name))
        .WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>Arguments with a blank after each comma.</summary>
    public static ArgumentListSyntax Arguments(params ExpressionSyntax[] arguments) =>
        ArgumentList(SeparatedList(arguments.Select(a => Argument(Ungrouped(a).WithoutTrivia())), Enumerable.Repeat(Spaced(SyntaxKind.CommaToken, before: false), arguments.Length - 1)));

    /// <summary>In parentheses, which are dropped where they say nothing.</summary>
    public static ExpressionSyntax Grouped(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax or ParenthesizedExpressionSyntax or CheckedExpressionSyntax =>
            expression.WithoutTrivia(),
        _ => ParenthesizedExpression(expression.WithoutTrivia()).WithAdditionalAnnotations(Simplifier.Annotation),
    };

    /// <summary><c>left op right</c>.</summary>
    public static BinaryExpressionSyntax Binary(SyntaxKind kind, ExpressionSyntax left, SyntaxKind token, ExpressionSyntax right) =>
        BinaryExpression(kind, left.WithoutTrivia(), Spaced(token), right.WithoutTrivia());

    /// <summary><c>left != right</c>.</summary>
    public static BinaryExpressionSyntax NotEqual(ExpressionSyntax left, ExpressionSyntax right) =>
        Binary(SyntaxKind.NotEqualsExpression, Grouped(left), SyntaxKind.ExclamationEqualsToken, right);

    /// <summary><c>value ?? other</c>.</summary>
    public static BinaryExpressionSyntax Coalesce(ExpressionSyntax value, ExpressionSyntax other) =>
        Binary(SyntaxKind.CoalesceExpression, value is ConditionalExpressionSyntax or SwitchExpressionSyntax ? Grouped(value) : value, SyntaxKind.QuestionQuestionToken, other);

    /// <summary><c>test ? whenTrue : whenFalse</c>.</summary>
    public static ConditionalExpressionSyntax Choice(ExpressionSyntax test, ExpressionSyntax whenTrue, ExpressionSyntax whenFalse) => ConditionalExpression(
        test.WithoutTrivia(), Spaced(SyntaxKind.QuestionToken), whenTrue.WithoutTrivia(), Spaced(SyntaxKind.ColonToken), whenFalse.WithoutTrivia());

    /// <summary><c>(double)value</c>; a literal is one by itself.</summary>
    public static ExpressionSyntax AsDouble(ExpressionSyntax value) => value is LiteralExpressionSyntax { Token: { Value: float or decimal } number }
        ? LiteralExpression(SyntaxKind.NumericLiteralExpression, ParseToken(WithoutSuffix(number.Text)))
        : CastExpression(PredefinedType(Token(SyntaxKind.DoubleKeyword)), Grouped(value));

    /// <summary>Zero, false or the empty text: what stands for a missing value of a type; null where nothing obvious does.</summary>
    public static ExpressionSyntax? EmptyOf(ITypeSymbol? type)
    {
        var core = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return core switch
        {
            { SpecialType: SpecialType.System_Boolean } => LiteralExpression(SyntaxKind.FalseLiteralExpression),
            { SpecialType: SpecialType.System_String } => LiteralExpression(SyntaxKind.StringLiteralExpression, Literal("")),
            { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal } =>
                LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(0)),
            { Name: "TimeSpan", ContainingNamespace.Name: "System" } => Member("System.TimeSpan", "Zero"),
            _ => null,
        };
    }

    /// <summary>Null.</summary>
    public static ExpressionSyntax Null() => LiteralExpression(SyntaxKind.NullLiteralExpression);

    /// <summary>Without parentheses and <c>!</c> around.</summary>
    public static ExpressionSyntax Bare(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax suppression when suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Bare(suppression.Operand),
        _ => expression,
    };

    /// <summary>With the parentheses and <c>!</c> around it.</summary>
    public static ExpressionSyntax Around(ExpressionSyntax expression) => expression.Parent switch
    {
        ParenthesizedExpressionSyntax outer => Around(outer),
        PostfixUnaryExpressionSyntax suppression when suppression.IsKind(SyntaxKind.SuppressNullableWarningExpression) => Around(suppression),
        _ => expression,
    };

    /// <summary>A token with a blank after it and, where it stands between two, before it.</summary>
    public static SyntaxToken Spaced(SyntaxKind kind, bool before = true) =>
        Token(before ? TriviaList(Space) : TriviaList(), kind, TriviaList(Space));

    private static ExpressionSyntax Ungrouped(ExpressionSyntax expression) => expression is ParenthesizedExpressionSyntax inner ? Ungrouped(inner.Expression) : expression;

    private static string WithoutSuffix(string number)
    {
        var digits = number.TrimEnd('f', 'F', 'm', 'M');
        return digits.All(c => char.IsDigit(c) || c == '_') ? digits + ".0" : digits;
    }
}
