using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Turns the matches of a left join into rows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2002Fixes)), Shared]
public sealed class TF2002Fixes() : RuleFixes(Rules.UnsupportedQuery)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) =>
        finding.Node.FirstAncestorOrSelf<QueryExpressionSyntax>() is { } query && query.Span == finding.Diagnostic.Location.SourceSpan
            && query.Body.Clauses.OfType<JoinClauseSyntax>().Any(j => IsUnread(j, query))
                ? finding.IfItCompiles(new Remedy("Read the rows of the left join", "rows", edit => edit.Rewrite(query, WithRows)))
                : [];

    private static bool IsUnread(JoinClauseSyntax join, QueryExpressionSyntax query) =>
        join.Into is { Identifier.ValueText: var matches }
        && !query.Body.Clauses.OfType<FromClauseSyntax>().Any(f => f.Expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == matches));

    private static QueryExpressionSyntax WithRows(QueryExpressionSyntax query)
    {
        var clauses = query.Body.Clauses.SelectMany(clause => clause is JoinClauseSyntax join && IsUnread(join, query)
            ? new QueryClauseSyntax[] { join.WithoutTrailingTrivia().WithTrailingTrivia(LineEndOf(join)), RowsOf(join) }
            : [clause]);
        return query.WithBody(query.Body.WithClauses(List(clauses)));
    }

    /// <summary><c>from m in ms.DefaultIfEmpty()</c>, under the name that the join gave a row.</summary>
    private static FromClauseSyntax RowsOf(JoinClauseSyntax join) => FromClause(
            Expressions.Spaced(SyntaxKind.FromKeyword, before: false),
            null,
            join.Identifier.WithoutTrivia(),
            Expressions.Spaced(SyntaxKind.InKeyword),
            ParseExpression(join.Into!.Identifier.ValueText + ".DefaultIfEmpty()"))
        .WithLeadingTrivia(join.GetLeadingTrivia().Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia)))
        .WithTrailingTrivia(join.GetTrailingTrivia());

    /// <summary>A new line where the join ends one; a comment behind it goes with the new clause.</summary>
    private static IEnumerable<SyntaxTrivia> LineEndOf(JoinClauseSyntax join) => join.GetTrailingTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)).DefaultIfEmpty(Space);
}
