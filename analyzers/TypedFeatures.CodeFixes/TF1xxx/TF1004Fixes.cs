using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Replaces text operations by those that mean the same on every engine.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1004Fixes)), Shared]
public sealed class TF1004Fixes() : RuleFixes(Rules.CulturalText)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Expression switch
    {
        InvocationExpressionSyntax call when finding.SymbolOf(call) is IMethodSymbol method => TextCalls.RemediesOf(finding, call, method),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } cut when arguments[0].Expression is RangeExpressionSyntax range => TextCalls.Range(finding, cut, range),
        { } number when IsInteger(finding.TypeOf(number)) => InvariantText(finding, number),
        _ => [],
    };

    /// <summary>An integer that is joined to text.</summary>
    private static IEnumerable<Remedy> InvariantText(Finding finding, ExpressionSyntax number)
    {
        var isNullable = finding.TypeOf(number)?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return finding.IfItCompiles(new Remedy("Write it in the invariant culture", "invariant", edit => edit.Replace(number, n => TextCalls.ToInvariant(n, isNullable))));
    }

    private static bool IsInteger(ITypeSymbol? type) =>
        (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type)?.SpecialType
            is SpecialType.System_Int32 or SpecialType.System_Int64;
}
