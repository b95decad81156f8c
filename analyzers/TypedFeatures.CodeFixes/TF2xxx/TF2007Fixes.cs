using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.CodeFixes.Editing;
using TypedFeatures.Compiler.Diagnostics;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.TF2xxx;

/// <summary>Marks the property that is assigned the key of the group, or lets it be assigned.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF2007Fixes)), Shared]
public sealed class TF2007Fixes() : RuleFixes(Rules.EntityKey)
{
    private protected override IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Node switch
    {
        TypeDeclarationSyntax view => view.Members.OfType<PropertyDeclarationSyntax>()
            .Where(p => AssignmentsOf(view).Any(a => a.Left.ToString() == p.Identifier.ValueText && IsGroupKey(finding, a.Right)))
            .Select(p => new Remedy($"Mark '{p.Identifier.ValueText}' as [EntityKey]", "mark:" + p.Identifier.ValueText, edit => edit.Rewrite(p, x => Members.WithAttribute(finding, x, "EntityKey"))))
            .Take(1),
        PropertyDeclarationSyntax { AccessorList.Accessors: { Count: 1 } accessors } property when accessors[0].IsKind(SyntaxKind.GetAccessorDeclaration) =>
            finding.IfItCompiles(new Remedy("Add an 'init' accessor", "init", edit => edit.Replace(property.AccessorList, WithInit))),
        PropertyDeclarationSyntax property => Assign(finding, property),
        ObjectCreationExpressionSyntax { Initializer: { Expressions.Count: > 0 } initializer } creation => Declare(finding, creation, initializer),
        _ => [],
    };

    /// <summary>Assigns the key, or its part of that name, before all else.</summary>
    private static IEnumerable<Remedy> Assign(Finding finding, PropertyDeclarationSyntax property)
    {
        var name = property.Identifier.ValueText;
        if (property.Parent is not TypeDeclarationSyntax view
            || CreationOf(view) is not { Initializer: { Expressions.Count: > 0 } initializer } creation
            || GroupOf(creation) is not { } group)
        {
            return [];
        }

        Remedy With(string key) => new($"Assign '{key}'", "assign", edit => edit.Replace(initializer, i => Assigning(i, name, key)));
        return finding.FirstThatCompiles(With($"{group}.Key.{name}"), With($"{group}.Key"));
    }

    /// <summary>Declares the parts of the group's key that no property has, and assigns them.</summary>
    private static IEnumerable<Remedy> Declare(Finding finding, ObjectCreationExpressionSyntax creation, InitializerExpressionSyntax initializer)
    {
        if (creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } view
            || view.Members.OfType<PropertyDeclarationSyntax>().LastOrDefault(p => Members.AttributeOf(finding, p, "EntityKey") is not null) is not { } last
            || GroupOf(creation) is not { } group
            || creation.DescendantNodes().OfType<MemberAccessExpressionSyntax>().FirstOrDefault(a => a.Expression.ToString() == group && IsGroupKey(finding, a)) is not { } key)
        {
            return [];
        }

        var assigned = initializer.Expressions.OfType<AssignmentExpressionSyntax>().Select(a => finding.SymbolOf(a.Right)?.Name).ToList();
        var names = view.Members.OfType<PropertyDeclarationSyntax>().Select(p => p.Identifier.ValueText).ToList();
        var missing = (finding.TypeOf(key)?.GetMembers().OfType<IPropertySymbol>() ?? []).Where(p => !assigned.Contains(p.Name) && !names.Contains(p.Name)).ToList();
        if (missing.Count == 0)
        {
            return [];
        }

        return finding.IfItCompiles(new Remedy($"Declare {string.Join(", ", missing.Select(p => $"'{p.Name}'"))} as [EntityKey]", "declare", edit =>
        {
            edit.InsertAfter(last, missing.Select(part => Members.KeyProperty(finding, last, part)));

            // Each is assigned before all others, so the last one first.
            edit.Replace(initializer, i => missing.AsEnumerable().Reverse().Aggregate(i, (changed, part) => Assigning(changed, part.Name, $"{group}.Key.{part.Name}")));
        }));
    }

    private static InitializerExpressionSyntax Assigning(InitializerExpressionSyntax initializer, string name, string key)
    {
        var first = initializer.Expressions[0];
        var assignment = AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, IdentifierName(name), Expressions.Spaced(SyntaxKind.EqualsToken), ParseExpression(key))
            .WithLeadingTrivia(first.GetLeadingTrivia());

        // Where each assignment has a line of its own, so has this one.
        var isOnLines = initializer.OpenBraceToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var comma = Token(SyntaxKind.CommaToken).WithTrailingTrivia(isOnLines ? initializer.OpenBraceToken.TrailingTrivia : TriviaList(Space));
        var expressions = initializer.Expressions.Replace(first, isOnLines ? first : first.WithLeadingTrivia());
        return initializer.WithExpressions(SeparatedList<ExpressionSyntax>(new SyntaxNodeOrTokenList(assignment, comma).AddRange(expressions.GetWithSeparators())));
    }

    private static AccessorListSyntax WithInit(AccessorListSyntax accessors)
    {
        var get = accessors.Accessors[0];
        var init = AccessorDeclaration(SyntaxKind.InitAccessorDeclaration).WithSemicolonToken(Token(SyntaxKind.SemicolonToken)).WithTrailingTrivia(get.GetTrailingTrivia());
        return accessors.WithAccessors(List([get.WithTrailingTrivia(Space), init]));
    }

    private static IEnumerable<AssignmentExpressionSyntax> AssignmentsOf(TypeDeclarationSyntax view) =>
        CreationOf(view)?.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>() ?? [];

    private static BaseObjectCreationExpressionSyntax? CreationOf(TypeDeclarationSyntax view) => view.Members
        .OfType<MethodDeclarationSyntax>()
        .Where(m => m.Identifier.ValueText == "Define")
        .SelectMany(m => m.DescendantNodes().OfType<ObjectCreationExpressionSyntax>())
        .FirstOrDefault(c => c.Type.ToString() == view.Identifier.ValueText);

    private static bool IsGroupKey(Finding finding, ExpressionSyntax value) =>
        finding.SymbolOf(value) is IPropertySymbol { Name: "Key", ContainingType.ContainingNamespace.Name: "TypedFeatures" }
        || (value is MemberAccessExpressionSyntax { Expression: var whole } && IsGroupKey(finding, whole));

    /// <summary>What the query calls a group: the name after <c>into</c>, or the parameter of the lambda.</summary>
    private static string? GroupOf(SyntaxNode creation) => creation.Ancestors().Select(a => a switch
    {
        QueryContinuationSyntax into => into.Identifier.ValueText,
        SimpleLambdaExpressionSyntax lambda => lambda.Parameter.Identifier.ValueText,
        _ => null,
    }).FirstOrDefault(n => n is not null);
}
