using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Stays in UTC: leaves <c>ToLocalTime</c> out, and makes an instant of the kind that stored ones are.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1015Fixes)), Shared]
public sealed class TF1015Fixes() : RuleFixes(LeakageRules.LocalTime)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Expression switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToLocalTime" } } call =>
            finding.IfItCompiles(new Remedy("Stay in UTC", "utc", edit => edit.Replace(call, c => ((MemberAccessExpressionSyntax)c.Expression).Expression.WithoutTrivia()))),
        ObjectCreationExpressionSyntax creation when KindOf(creation) is { } kind =>
            finding.IfItCompiles(new Remedy("Use DateTimeKind.Utc", "utc", edit => edit.Replace(kind, _ => Expressions.Member("System.DateTimeKind", "Utc")))),
        _ => [],
    };

    private static ExpressionSyntax? KindOf(ObjectCreationExpressionSyntax creation) => creation.ArgumentList?.Arguments
        .Select(a => a.Expression)
        .FirstOrDefault(e => e is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Local" });
}
