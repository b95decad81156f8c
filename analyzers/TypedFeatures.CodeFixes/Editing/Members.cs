using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Changed declarations: attributes, modifiers, types and accessors, each on the line where it stands.</summary>
internal static class Members
{
    /// <summary>The property whose name, or whose part, a finding stands at; null where it stands at something else.</summary>
    public static PropertyDeclarationSyntax? PropertyOf(Finding finding) =>
        finding.Node is PropertyDeclarationSyntax property && property.Identifier.Span == finding.Diagnostic.Location.SourceSpan ? property : null;

    /// <summary>With an attribute of the language before it: on the line of a property, above a type or what has attributes above it.</summary>
    /// <param name="finding">Where names are looked up.</param>
    /// <param name="member">What is marked.</param>
    /// <param name="name">The attribute, without its suffix.</param>
    /// <param name="arguments">What stands in its parentheses; none where that is left out.</param>
    public static T WithAttribute<T>(Finding finding, T member, string name, string? arguments = null)
        where T : MemberDeclarationSyntax
    {
        // Parsed, for the formatter breaks the line behind an attribute that was made.
        var isImported = finding.Model.LookupNamespacesAndTypes(finding.Node.SpanStart, name: name + "Attribute").Any(t => t.ContainingNamespace?.Name == "TypedFeatures");
        var text = (isImported ? name : "TypedFeatures." + name) + (arguments is null ? "" : "(" + arguments + ")");
        var parsed = ParseMemberDeclaration("[" + text + "] int x;")!.AttributeLists[0];

        var leading = member.GetLeadingTrivia();
        var isAbove = member is BaseTypeDeclarationSyntax || (member.AttributeLists.Count > 0 && member.AttributeLists[0].GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia));
        var between = isAbove ? TriviaList(LineEndIn(finding)).AddRange(leading.Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia))) : TriviaList(Space);
        var bare = member.WithLeadingTrivia();
        return (T)bare.WithAttributeLists(bare.AttributeLists.Insert(0, parsed.WithLeadingTrivia(leading).WithTrailingTrivia(between)));
    }

    /// <summary>A property for a part of a group's key, written as the key before it is.</summary>
    public static MemberDeclarationSyntax KeyProperty(Finding finding, PropertyDeclarationSyntax last, IPropertySymbol part)
    {
        var type = part.Type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(finding.Model, last.SpanStart);
        var empty = part.Type.SpecialType == SpecialType.System_String ? " = \"\";" : "";
        var indentation = last.GetLeadingTrivia().Reverse().TakeWhile(t => t.IsKind(SyntaxKind.WhitespaceTrivia));
        return ParseMemberDeclaration($"[EntityKey] public {type} {part.Name} {{ get; init; }}{empty}")!.WithLeadingTrivia(indentation).WithTrailingTrivia(LineEndIn(finding));
    }

    /// <summary>How lines end in the file of a finding.</summary>
    private static SyntaxTrivia LineEndIn(Finding finding) =>
        finding.Node.SyntaxTree.GetRoot(finding.Cancellation).DescendantTrivia().FirstOrDefault(t => t.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } end ? end : EndOfLine("\n");

    /// <summary>Without one of its attribute lists.</summary>
    public static T WithoutList<T>(T member, int index)
        where T : MemberDeclarationSyntax => (T)member.WithAttributeLists(member.AttributeLists.RemoveAt(index)).WithLeadingTrivia(member.GetLeadingTrivia());

    /// <summary>The attribute of the language by that name on a member; null where it has none.</summary>
    public static AttributeSyntax? AttributeOf(Finding finding, MemberDeclarationSyntax member, string name) => member.AttributeLists
        .SelectMany(l => l.Attributes)
        .FirstOrDefault(a => finding.SymbolOf(a) is { ContainingType: { } type } && type.Name == name + "Attribute" && type.ContainingNamespace.Name == "TypedFeatures");

    /// <summary>The same type, able to be null.</summary>
    public static TypeSyntax Nullable(TypeSyntax type) => NullableType(type.WithoutTrivia()).WithTriviaFrom(type);

    /// <summary>A declared type as another of a keyword or full name, nullable where the old one was.</summary>
    public static TypeSyntax Retyped(TypeSyntax type, string name)
    {
        var core = ParseTypeName(name.Contains('.') ? "global::" + name : name).WithAdditionalAnnotations(Simplifier.Annotation, DocumentEdit.Import);
        return (type is NullableTypeSyntax ? NullableType(core) : core).WithTriviaFrom(type);
    }

    /// <summary>With a modifier, after those of access and before <c>partial</c>.</summary>
    public static SyntaxTokenList With(SyntaxTokenList modifiers, SyntaxKind modifier)
    {
        if (modifiers.Any(modifier))
        {
            return modifiers;
        }

        var index = modifiers.IndexOf(SyntaxKind.PartialKeyword);
        return modifiers.Insert(index < 0 || modifier == SyntaxKind.PartialKeyword ? modifiers.Count : index, Expressions.Spaced(modifier, before: false));
    }
}
