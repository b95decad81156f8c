using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Reads the left-joined row by <c>?.</c>, or where it was found.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1003Fixes)), Shared]
public sealed class TF1003Fixes() : RuleFixes(Rules.MissingRowRead)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        // A helper's property reads the row by itself, where nothing can be put between.
        if (finding.Expression is not MemberAccessExpressionSyntax read)
        {
            return [];
        }

        var whole = Chains.WholeOf(read);
        var depth = Chains.Depth(whole, read);
        return finding.IfItCompiles(new Remedy("Read the row with '?.'", "conditional", edit => edit.Replace(whole, w => Chains.Conditional(w, depth))))
            .Concat(Test(finding, read, whole));
    }

    private static IEnumerable<Remedy> Test(Finding finding, MemberAccessExpressionSyntax read, ExpressionSyntax whole)
    {
        var type = finding.TypeOf(whole);
        var isNullable = type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or { NullableAnnotation: NullableAnnotation.Annotated };
        var otherwise = isNullable ? Expressions.Null() : Expressions.EmptyOf(type);
        if (otherwise is null)
        {
            return [];
        }

        var row = Expressions.Bare(read.Expression);
        return finding.IfItCompiles(new Remedy(
            $"Test the row first, else {otherwise}",
            "test",
            edit => edit.Replace(whole, w => Expressions.Grouped(Expressions.Choice(Expressions.NotEqual(row, Expressions.Null()), w, otherwise)))));
    }
}
