using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF1xxx;

/// <summary>Reads the as-of of the group where the clock of the machine is read. Over the rows of a window there is no as-of; nothing is offered there.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF1010Fixes)), Shared]
public sealed class TF1010Fixes() : RuleFixes(LeakageRules.WallClock)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding)
    {
        if (finding.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } clock
            || finding.SymbolOf(clock)?.ContainingType is not { Name: "DateTime", ContainingNamespace.Name: "System" }
            || clock.Ancestors().Any(a => a is AnonymousFunctionExpressionSyntax)
            || GroupAt(finding) is not { } group)
        {
            return [];
        }

        var asOf = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, SyntaxFactory.IdentifierName(group), SyntaxFactory.IdentifierName("AsOf"));
        ExpressionSyntax meant = name == "Today"
            ? SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, asOf, SyntaxFactory.IdentifierName("Date"))
            : asOf;
        return finding.IfItCompiles(new Remedy($"Use {meant}", "asOf", edit => edit.Replace(clock, _ => meant)));
    }

    /// <summary>The name of the group that is in scope: what <c>into</c> names.</summary>
    private static string? GroupAt(Finding finding) => finding.Model.LookupSymbols(finding.Node.SpanStart)
        .OfType<IRangeVariableSymbol>()
        .Select(v => v.Name)
        .FirstOrDefault(name => finding.Model.GetSpeculativeTypeInfo(finding.Node.SpanStart, SyntaxFactory.IdentifierName(name), SpeculativeBindingOption.BindAsExpression).Type
            is { Name: "History", ContainingNamespace.Name: "TypedFeatures" });
}
