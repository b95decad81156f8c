using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Takes the value as one that may be null, or states what it is then.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2013Fixes)), Shared]
public sealed class TF2013Fixes() : RuleFixes(Rules.UnprovenValue)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value when IsNullable(finding.TypeOf(value.Expression)) =>
            ValueOf(finding, value, v => v.Expression, "Keep it null where there is no value"),
        CastExpressionSyntax cast when IsNullable(finding.TypeOf(cast.Expression)) => ValueOf(finding, cast, c => c.Expression, "Keep it null where there is no value"),
        { } text => Text(finding, text),
        _ => [],
    };

    private static IEnumerable<Remedy> ValueOf<T>(Finding finding, T taken, Func<T, ExpressionSyntax> nullable, string title)
        where T : ExpressionSyntax
    {
        foreach (var remedy in finding.IfItCompiles(new Remedy(title, "null", edit => edit.Replace(taken, t => Expressions.Grouped(nullable(t))))))
        {
            yield return remedy;
        }

        if (Expressions.EmptyOf(finding.TypeOf(taken)) is { } otherwise)
        {
            foreach (var remedy in Default(finding, taken, nullable, otherwise))
            {
                yield return remedy;
            }
        }
    }

    /// <summary>Text, and what is read of it or done with it.</summary>
    private static IEnumerable<Remedy> Text(Finding finding, ExpressionSyntax text)
    {
        var start = text.Parent is PostfixUnaryExpressionSyntax suppression ? suppression : text;
        if (start.Parent is MemberAccessExpressionSyntax read && read.Expression == start)
        {
            var whole = Chains.WholeOf(read);
            var depth = Chains.Depth(whole, read);
            foreach (var remedy in finding.IfItCompiles(new Remedy("Read it with '?.'", "null", edit => edit.Replace(whole, w => Chains.Conditional(w, depth)))))
            {
                yield return remedy;
            }
        }

        if (Expressions.EmptyOf(finding.TypeOf(text)) is { } otherwise)
        {
            foreach (var remedy in Default(finding, start, s => s, otherwise))
            {
                yield return remedy;
            }
        }
    }

    private static IEnumerable<Remedy> Default<T>(Finding finding, T taken, Func<T, ExpressionSyntax> nullable, ExpressionSyntax otherwise)
        where T : ExpressionSyntax => finding.IfItCompiles(new Remedy(
            $"Default to {otherwise}", "default", edit => edit.Replace(taken, t => Expressions.Grouped(Expressions.Coalesce(Expressions.Bare(nullable(t)), otherwise)))));

    private static bool IsNullable(ITypeSymbol? type) => type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
