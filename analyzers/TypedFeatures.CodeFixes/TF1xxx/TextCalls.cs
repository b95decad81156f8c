using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>What stands for a method of <see cref="string"/> that depends on culture, case tables or surrogates.</summary>
internal static class TextCalls
{
    private const string Text = "TypedFeatures.Text";

    /// <summary>The remedies for a call of a member.</summary>
    public static IEnumerable<Remedy> RemediesOf(Finding finding, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var count = call.ArgumentList.Arguments.Count;
        return call.Expression is not MemberAccessExpressionSyntax ? [] : method.Name switch
        {
            "Contains" or "StartsWith" or "EndsWith" or "IndexOf" or "Equals" or "Replace" => Ordinal(finding, call, method),
            "ToLower" or "ToLowerInvariant" => By(finding, call, "LowerAscii", c => [ReceiverOf(c)]),
            "ToUpper" or "ToUpperInvariant" => By(finding, call, "UpperAscii", c => [ReceiverOf(c)]),
            "Trim" when count == 0 => By(finding, call, "TrimAscii", c => [ReceiverOf(c)]),
            "IsNullOrWhiteSpace" => finding.IfItCompiles(new Remedy("Use 'Text.TrimAscii'", "TrimAscii", edit => edit.Replace(call, IsBlank))),
            "Compare" or "CompareOrdinal" when count == 2 => By(finding, call, "Compare", c => [ArgumentOf(c, 0), ArgumentOf(c, 1)]),
            "CompareTo" when count == 1 => By(finding, call, "Compare", c => [ReceiverOf(c), ArgumentOf(c, 0)]),
            "Substring" when count == 2 && finding.ConstantOf(ArgumentOf(call, 0)) is 0 && IsCount(finding, ArgumentOf(call, 1)) =>
                By(finding, call, "Left", c => [ReceiverOf(c), ArgumentOf(c, 1)]),
            "ToString" => finding.IfItCompiles(new Remedy("Write it in the invariant culture", "invariant", edit => edit.Replace(call, c => ToInvariant(ReceiverOf(c), isNullable: false)))),
            _ => [],
        };
    }

    /// <summary>The remedy for <c>text[..n]</c> and <c>text[^n..]</c>.</summary>
    public static IEnumerable<Remedy> Range(Finding finding, ElementAccessExpressionSyntax cut, RangeExpressionSyntax range)
    {
        var (part, count) = (range.LeftOperand, range.RightOperand) switch
        {
            (null, { } first) => ("Left", first),
            (PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.IndexExpression } last, null) => ("Right", last.Operand),
            _ => ("", null),
        };
        return count is not null && IsCount(finding, count)
            ? finding.IfItCompiles(new Remedy($"Use 'Text.{part}'", part, edit => edit.Replace(cut, c => Expressions.Call(Text, part, c.Expression, count))))
            : [];
    }

    /// <summary>An integer as text that no culture changes.</summary>
    public static ExpressionSyntax ToInvariant(ExpressionSyntax number, bool isNullable)
    {
        var arguments = Expressions.Arguments(Expressions.Member("System.Globalization.CultureInfo", "InvariantCulture"));
        return isNullable
            ? ConditionalAccessExpression(Expressions.Grouped(number), InvocationExpression(MemberBindingExpression(IdentifierName("ToString")), arguments))
            : InvocationExpression(MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, Expressions.Grouped(number), IdentifierName("ToString")), arguments);
    }

    private static IEnumerable<Remedy> By(Finding finding, InvocationExpressionSyntax call, string method, Func<InvocationExpressionSyntax, ExpressionSyntax[]> arguments) =>
        finding.IfItCompiles(new Remedy($"Use 'Text.{method}'", method, edit => edit.Replace(call, c => Expressions.Call(Text, method, arguments(c)))));

    /// <summary>Compares ordinally; where case was to be ignored, with both sides lowered.</summary>
    private static IEnumerable<Remedy> Ordinal(Finding finding, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        if (!HasTextsAlone(finding, call, method))
        {
            return [];
        }

        var index = method.Parameters.ToList().FindIndex(p => p.Type.Name == "StringComparison");
        var given = index < 0 ? null : finding.SymbolOf(ArgumentOf(call, index));
        var ignoresCase = given?.Name.EndsWith("IgnoreCase", StringComparison.Ordinal) == true;

        // What is replaced in a lowered text is not the text any more.
        return ignoresCase && method.Name == "Replace" ? []
            : ignoresCase ? finding.IfItCompiles(new Remedy("Compare ordinally after 'Text.LowerAscii'", "lower", edit => edit.Replace(call, c => Compared(c, Lowered))))
            : finding.IfItCompiles(new Remedy("Compare ordinally", "ordinal", edit => edit.Replace(call, c => Compared(c, e => e))));
    }

    /// <summary>Whether there is nothing but texts and a comparison: a place to begin at, or a culture, has no counterpart.</summary>
    private static bool HasTextsAlone(Finding finding, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        var texts = method.Parameters.Where(p => p.Type.Name != "StringComparison").ToList();
        return texts.Count == (method.Name == "Replace" || (method.Name == "Equals" && method.IsStatic) ? 2 : 1)
            && call.ArgumentList.Arguments.Count == method.Parameters.Length
            && call.ArgumentList.Arguments.Take(texts.Count).All(a => a.NameColon is null
                && (finding.TypeOf(a.Expression)?.SpecialType != SpecialType.System_Char || a.Expression is LiteralExpressionSyntax));
    }

    /// <summary>The call with its texts changed and an ordinal comparison.</summary>
    private static InvocationExpressionSyntax Compared(InvocationExpressionSyntax call, Func<ExpressionSyntax, ExpressionSyntax> change)
    {
        var member = (MemberAccessExpressionSyntax)call.Expression;
        var isStatic = call.ArgumentList.Arguments.Count == 3 && member.Name.Identifier.ValueText == "Equals";
        var texts = call.ArgumentList.Arguments.Take(isStatic ? 2 : member.Name.Identifier.ValueText == "Replace" ? 2 : 1).Select((a, i) =>
            i == 1 && !isStatic ? a.Expression : change(AsText(a.Expression)));
        ExpressionSyntax[] all = [.. texts, Expressions.Member("System.StringComparison", "Ordinal")];
        return call.WithExpression(isStatic ? member : member.WithExpression(change(member.Expression)))
            .WithArgumentList(Expressions.Arguments(all));
    }

    private static ExpressionSyntax Lowered(ExpressionSyntax text) => Expressions.Call(Text, "LowerAscii", text);

    /// <summary>A character as the text of it.</summary>
    private static ExpressionSyntax AsText(ExpressionSyntax part) => part is LiteralExpressionSyntax { Token.Value: char character }
        ? LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(character.ToString()))
        : part;

    /// <summary><c>string.IsNullOrWhiteSpace(x)</c> → <c>string.IsNullOrEmpty(Text.TrimAscii(x))</c>.</summary>
    private static InvocationExpressionSyntax IsBlank(InvocationExpressionSyntax call) => call
        .WithExpression(((MemberAccessExpressionSyntax)call.Expression).WithName(IdentifierName("IsNullOrEmpty")))
        .WithArgumentList(Expressions.Arguments(Expressions.Call(Text, "TrimAscii", ArgumentOf(call, 0))));

    private static ExpressionSyntax ReceiverOf(InvocationExpressionSyntax call) => ((MemberAccessExpressionSyntax)call.Expression).Expression;

    private static ExpressionSyntax ArgumentOf(InvocationExpressionSyntax call, int index) => call.ArgumentList.Arguments[index].Expression;

    private static bool IsCount(Finding finding, ExpressionSyntax count) => finding.ConstantOf(count) is int and > 0;
}
