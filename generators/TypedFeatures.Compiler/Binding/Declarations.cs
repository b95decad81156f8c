using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Reads declarations: where they are, what they say of themselves.</summary>
internal static class Declarations
{
    /// <summary>The name of a declaration in the user's own source.</summary>
    public static Location LocationOf(ISymbol symbol) =>
        symbol.Locations.FirstOrDefault(l => l.IsInSource && !IsGenerated(l.SourceTree!)) ?? symbol.Locations.FirstOrDefault() ?? Location.None;

    /// <summary>Whether a member was written by a generator: an analyzer sees those, a generator does not.</summary>
    public static bool IsGenerated(ISymbol member) =>
        member.IsImplicitlyDeclared || member.Locations.All(l => l.IsInSource && IsGenerated(l.SourceTree!));

    /// <summary>The namespace as written in C#; empty for the global one.</summary>
    public static string NamespaceOf(ISymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";

    /// <summary>The public instance properties with a setter or initializer, in declaration order.</summary>
    public static IEnumerable<IPropertySymbol> SettableProperties(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(p =>
            !p.IsStatic && !p.IsIndexer && !IsGenerated(p)
            && p.DeclaredAccessibility == Accessibility.Public
            && p.SetMethod is { DeclaredAccessibility: Accessibility.Public });

    /// <summary>The XML summary as one line of plain text. Read from the source text, because compilers without a documentation
    /// file do not parse it.</summary>
    public static string SummaryOf(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var text = DocumentationText(reference.GetSyntax(cancellation));
            if (text.Length > 0 && Summary(text) is { Length: > 0 } summary)
            {
                return summary;
            }
        }

        return "";
    }

    private static bool IsGenerated(SyntaxTree tree) => tree.FilePath.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase);

    private static string DocumentationText(SyntaxNode declaration)
    {
        var text = new StringBuilder();
        foreach (var line in declaration.GetLeadingTrivia().ToFullString().Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal))
            {
                text.Append(trimmed.Substring(3)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Summary(string documentation)
    {
        try
        {
            var summary = XElement.Parse("<doc>" + documentation + "</doc>").Element("summary");
            return summary is null ? "" : Regex.Replace(PlainText(summary), @"\s+", " ").Trim();
        }
        catch (XmlException)
        {
            // Malformed documentation is the compiler's to warn of (CS1570); it documents nothing.
            return "";
        }
    }

    private static string PlainText(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { IsEmpty: true } reference =>
            (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))?.Value is { } name
                ? name.Substring(name.LastIndexOf('.') + 1)
                : " ",
        XElement inner => PlainText(inner),
        _ => "",
    }));
}
