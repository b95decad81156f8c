using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>Makes static fields and properties that a definition reads keep the value they are given where they are declared.</summary>
internal static class FixedMembers
{
    /// <summary>What the member that is read is given where it is declared; null where that is nothing, or in another document.</summary>
    public static ExpressionSyntax? InitializerOf(Finding finding) => DeclarationOf(finding) switch
    {
        VariableDeclaratorSyntax variable => variable.Initializer?.Value,
        PropertyDeclarationSyntax property => property.Initializer?.Value,
        _ => null,
    };

    /// <summary>The member is assigned once: the field becomes <c>readonly</c>, the property loses its setter. Only in the document of the finding, and where nothing else assigns it there.</summary>
    public static IEnumerable<Remedy> ReadOnly(Finding finding) => DeclarationOf(finding) switch
    {
        VariableDeclaratorSyntax { Initializer: not null } variable when FieldOf(variable) is { } field && !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword) =>
            finding.IfItCompiles(new Remedy($"Make '{variable.Identifier.ValueText}' readonly", "readonly", edit => edit.Replace(field, f => f.WithModifiers(Members.With(f.Modifiers, SyntaxKind.ReadOnlyKeyword))))),
        PropertyDeclarationSyntax { Initializer: not null, AccessorList: { } list } property when SetterOf(list) is not null =>
            finding.IfItCompiles(new Remedy($"Let '{property.Identifier.ValueText}' not be set", "readonly", edit => edit.Rewrite(list, l => l.RemoveNode(SetterOf(l)!, SyntaxRemoveOptions.KeepNoTrivia)!))),
        _ => [],
    };

    /// <summary>The field becomes a constant.</summary>
    public static IEnumerable<Remedy> Constant(Finding finding) => DeclarationOf(finding) is VariableDeclaratorSyntax { Initializer: not null } variable && FieldOf(variable) is { } field
        ? finding.IfItCompiles(new Remedy($"Make '{variable.Identifier.ValueText}' a constant", "constant", edit => edit.Replace(field, f => f.WithModifiers(Constant(f.Modifiers)))))
        : [];

    private static SyntaxNode? DeclarationOf(Finding finding) => finding.Expression is { } read
        && finding.SymbolOf(read) is { IsStatic: true, DeclaringSyntaxReferences: { Length: 1 } declared } && declared[0].SyntaxTree == finding.Node.SyntaxTree
            ? declared[0].GetSyntax(finding.Cancellation)
            : null;

    /// <summary>The declaration of a field, if it declares nothing else.</summary>
    private static FieldDeclarationSyntax? FieldOf(VariableDeclaratorSyntax variable) => variable.Parent is VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } ? field : null;

    private static AccessorDeclarationSyntax? SetterOf(AccessorListSyntax list) => list.Accessors.FirstOrDefault(a => a.IsKind(SyntaxKind.SetAccessorDeclaration));

    private static SyntaxTokenList Constant(SyntaxTokenList modifiers)
    {
        var replaced = modifiers.First(m => m.IsKind(SyntaxKind.StaticKeyword));
        return modifiers.Replace(replaced, SyntaxFactory.Token(SyntaxKind.ConstKeyword).WithTriviaFrom(replaced));
    }
}
