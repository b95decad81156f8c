using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Reads when it happened where it is read when the row was loaded.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1022Fixes)), Shared]
public sealed class TF1022Fixes() : RuleFixes(LeakageRules.IngestTimeAsValue)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) =>
        finding.Expression is MemberAccessExpressionSyntax read && finding.Fact(FixFacts.EventTime) is { } property
            ? finding.IfItCompiles(new Remedy($"Use {property}", "eventTime", edit => edit.Replace(read, r => r.WithName(SyntaxFactory.IdentifierName(property)))))
            : [];
}
