using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Recognises the types of the language.</summary>
internal static class LanguageTypes
{
    /// <summary>Whether a method belongs to the query language itself.</summary>
    public static bool IsDeclaredIn(IMethodSymbol method) =>
        method.ContainingType is { ContainingNamespace: { Name: Attributes.Namespace, ContainingNamespace.IsGlobalNamespace: true } }
        && method.ContainingType.Name is not ("Text" or "Numeric" or "Duration");

    public static bool IsDimension(ITypeSymbol type) => Is(type, "Dimension", 1);

    public static bool IsView(ITypeSymbol type) => Is(type, "View", 1);

    /// <summary>Whether a type is one of the language, by name and number of type parameters.</summary>
    public static bool Is(ITypeSymbol type, string name, int arity) =>
        type is INamedTypeSymbol { ContainingNamespace: { Name: Attributes.Namespace, ContainingNamespace.IsGlobalNamespace: true } } named
        && named.Name == name && named.Arity == arity;
}
