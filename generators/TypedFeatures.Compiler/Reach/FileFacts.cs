using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.Compiler.Reach;

/// <summary>What a file declares that code elsewhere can come upon, and the names that occur in it. Read once of each tree.</summary>
internal sealed class FileFacts
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileFacts> Known = new();

    // Methods that the compiler calls without their name being written: by query syntax, foreach, await, deconstruction, initializers, patterns and fixed.
    private static readonly HashSet<string> CalledUnnamed = new(StringComparer.Ordinal)
    {
        "Select", "SelectMany", "Where", "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "Cast",
        "GetEnumerator", "GetAsyncEnumerator", "GetAwaiter", "Deconstruct", "Add", "Slice", "GetPinnableReference", "Dispose", "DisposeAsync",
    };

    private readonly SyntaxTree tree;
    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly HashSet<string> namespaces = new(StringComparer.Ordinal);
    private string[]? used;

    private FileFacts(SyntaxTree tree)
    {
        this.tree = tree;
        var root = (CompilationUnitSyntax)tree.GetRoot();
        ConcernsAll = root.AttributeLists.Count > 0 || root.Usings.Any(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));
        Read(root.Members, "");
    }

    /// <summary>
    /// The names of its top-level types and extension methods. A nested type is found through the type around it, as every other member is.
    /// </summary>
    public IReadOnlyCollection<string> Declared => declared;

    /// <summary>The full names of the namespaces it declares.</summary>
    public IReadOnlyCollection<string> Namespaces => namespaces;

    /// <summary>
    /// Whether it reaches code that names nothing of it: by a global using, an attribute of the assembly, a type that the compiler looks up itself, or a method
    /// that the compiler calls unnamed.
    /// </summary>
    public bool ConcernsAll { get; private set; }

    /// <summary>Every identifier that occurs in its code.</summary>
    public IReadOnlyList<string> Used => used ??= tree.GetRoot().DescendantTokens()
        .Where(t => t.IsKind(SyntaxKind.IdentifierToken) || t.IsKind(SyntaxKind.UnderscoreToken))
        .Select(t => t.ValueText)
        .Distinct(StringComparer.Ordinal)
        .ToArray();

    public static FileFacts Of(SyntaxTree tree) => Known.GetValue(tree, static t => new FileFacts(t));

    private void Read(SyntaxList<MemberDeclarationSyntax> members, string space)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax inner:
                    var name = space + (space.Length == 0 ? "" : ".") + string.Join(".", inner.Name.DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken)).Select(t => t.ValueText));
                    namespaces.Add(name);
                    Read(inner.Members, name);
                    break;
                case BaseTypeDeclarationSyntax type:
                    AddType(type.Identifier.ValueText, space);
                    ReadExtensions(type as TypeDeclarationSyntax);
                    break;
                case DelegateDeclarationSyntax type:
                    AddType(type.Identifier.ValueText, space);
                    break;
                case GlobalStatementSyntax:
                    declared.Add("Program");
                    break;
            }
        }
    }

    private void AddType(string name, string space)
    {
        declared.Add(name);

        // [Marked] may mean MarkedAttribute.
        const string Suffix = "Attribute";
        if (name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            declared.Add(name.Substring(0, name.Length - Suffix.Length));
        }

        // Index, IsExternalInit and the like: the compiler takes them from wherever they are declared.
        ConcernsAll |= space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal);
    }

    private void ReadExtensions(TypeDeclarationSyntax? type)
    {
        foreach (var member in type?.Members ?? default)
        {
            if (member is MethodDeclarationSyntax { ParameterList.Parameters: { Count: > 0 } parameters } method && parameters[0].Modifiers.Any(SyntaxKind.ThisKeyword))
            {
                declared.Add(method.Identifier.ValueText);
                ConcernsAll |= CalledUnnamed.Contains(method.Identifier.ValueText);
            }

            // A block of extensions holds operators too, which have no name.
            ConcernsAll |= member is TypeDeclarationSyntax { Keyword.ValueText: "extension" };
        }
    }
}
