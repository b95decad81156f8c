using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Plans;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>The text of a record in a lock file: lines of C# that no compilation holds.</summary>
internal static class RecordText
{
    /// <summary>The same with a type called otherwise wherever its name stands for a type. Nothing binds it, so whoever uses it sees to it that what comes of it is meant.</summary>
    public static EquatableArray<string> Renamed(EquatableArray<string> lines, string from, string to)
    {
        var text = SourceText.From(string.Join("\n", lines));
        var changes = CSharpSyntaxTree.ParseText(text, CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest)).GetRoot()
            .DescendantTokens(descendIntoTrivia: true)
            .Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == from && NamesType(t))
            .Select(t => new TextChange(t.Span, to));
        return text.WithChanges(changes).Lines.Select(l => l.ToString()).ToEquatableArray();
    }

    /// <summary>The same in from the left as another declaration; lines that are not in as far stay where they are.</summary>
    public static IEnumerable<string> Indented(IEnumerable<string> lines, string indentation)
    {
        var text = lines.ToList();
        var own = text[0].Substring(0, text[0].Length - text[0].TrimStart().Length);
        return text.Select(l => l.StartsWith(own, StringComparison.Ordinal) && l.Length > 0 ? indentation + l.Substring(own.Length) : l);
    }

    private static bool NamesType(SyntaxToken token) => token.Parent switch
    {
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax => true,
        IdentifierNameSyntax name => name.Parent switch
        {
            MemberAccessExpressionSyntax access => access.Name != name,
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } set => set.Left != name,
            MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax => false,
            _ => true,
        },
        _ => false,
    };
}
