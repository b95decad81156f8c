using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedFeatures.Compiler.Binding;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>What views, labels, services and sources share in their declarations, and how it is mended: the shape of the record, and what their attribute says.</summary>
internal static class RecordDeclarations
{
    private static readonly Regex LengthOfTime = new("^ *([0-9]+) *(days?|d|hours?|h|minutes?|min|m|seconds?|sec|s) *$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Declares it as a sealed partial record, or corrects its attribute.</summary>
    public static IEnumerable<Remedy> RemediesOf(Finding finding) => finding.Node switch
    {
        TypeDeclarationSyntax type when type.Identifier.Span == finding.Diagnostic.Location.SourceSpan => Shape(finding, type),
        _ => AttributeRemedies(finding),
    };

    /// <summary>Corrects what the attribute at a finding says.</summary>
    public static IEnumerable<Remedy> AttributeRemedies(Finding finding) =>
        finding.Node.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList is { } list ? list.Arguments.SelectMany(Argument) : [];

    private static IEnumerable<Remedy> Shape(Finding finding, TypeDeclarationSyntax type)
    {
        var isRecord = type is RecordDeclarationSyntax { ClassOrStructKeyword.RawKind: not (int)SyntaxKind.StructKeyword };
        if (isRecord && type.Modifiers.Any(SyntaxKind.SealedKeyword) && type.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            return [];
        }

        return type is not (RecordDeclarationSyntax or ClassDeclarationSyntax)
            ? []
            : finding.IfItCompiles(new Remedy("Declare as 'sealed partial record'", "shape", edit => edit.Rewrite(type, SealedPartialRecord)));
    }

    private static TypeDeclarationSyntax SealedPartialRecord(TypeDeclarationSyntax type)
    {
        var leading = type.GetLeadingTrivia();
        var bare = type.WithLeadingTrivia();
        var kept = TokenList(bare.Modifiers.Where(m => !m.IsKind(SyntaxKind.AbstractKeyword)));
        var modifiers = Members.With(Members.With(kept, SyntaxKind.SealedKeyword), SyntaxKind.PartialKeyword);
        var keyword = bare is RecordDeclarationSyntax ? bare.Keyword : Token(SyntaxKind.RecordKeyword).WithTriviaFrom(bare.Keyword);

        // Where the keyword begins the declaration, what stands before it belongs to the first modifier.
        var first = bare.Modifiers.Count == 0 && bare.AttributeLists.Count > 0 ? bare.Keyword.LeadingTrivia : TriviaList();
        if (bare.Modifiers.Count == 0)
        {
            modifiers = modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia(first));
            keyword = keyword.WithLeadingTrivia();
        }

        return RecordDeclaration(
            SyntaxKind.RecordDeclaration, bare.AttributeLists, modifiers, keyword, default, bare.Identifier, bare.TypeParameterList, bare.ParameterList, bare.BaseList, bare.ConstraintClauses,
            bare.OpenBraceToken, bare.Members, bare.CloseBraceToken, bare.SemicolonToken).WithLeadingTrivia(leading);
    }

    private static IEnumerable<Remedy> Argument(AttributeArgumentSyntax argument)
    {
        switch (argument.NameEquals?.Name.Identifier.ValueText, argument.Expression)
        {
            case (null, LiteralExpressionSyntax { Token.Value: string name }) when !Naming.IsValid(name) && NameFrom(name) is { } valid:
                yield return Write(argument, "name", Literal(valid), $"Name it '{valid}'");
                break;
            case ("OnlineTtl" or "Freshness" or "MaxAge", LiteralExpressionSyntax { Token.Value: string length })
                when DurationText.Parse(length) is null && LengthOfTime.Match(length) is { Success: true } match
                && match.Groups[1].Value + char.ToLowerInvariant(match.Groups[2].Value[0]) is var text && DurationText.Parse(text) is not null:
                yield return Write(argument, "length", Literal(text), $"Write '{text}'");
                break;
            case ("Version", var version) when version.ToString() is "0" || version.IsKind(SyntaxKind.UnaryMinusExpression):
                yield return Write(argument, "version", Literal(1), "Begin with version 1");
                break;
        }
    }

    private static Remedy Write(AttributeArgumentSyntax argument, string key, SyntaxToken literal, string title)
    {
        var kind = literal.Value is string ? SyntaxKind.StringLiteralExpression : SyntaxKind.NumericLiteralExpression;
        return new Remedy(title, key, edit => edit.Replace(argument.Expression, _ => LiteralExpression(kind, literal)));
    }

    /// <summary>The nearest name that every engine takes; null where nothing of the text is left.</summary>
    private static string? NameFrom(string text)
    {
        var words = Regex.Split(text, "[^A-Za-z0-9]+").Where(w => w.Length > 0).Select(Naming.SnakeCase);
        var name = string.Join("_", words);
        name = name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name;
        return Naming.IsValid(name) ? name : null;
    }
}
