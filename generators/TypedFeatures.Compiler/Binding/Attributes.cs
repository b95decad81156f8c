using Microsoft.CodeAnalysis;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Reads the language's attributes.</summary>
internal static class Attributes
{
    public const string Namespace = "TypedFeatures";

    /// <summary>The attribute of that name on a declaration, without the suffix; null where it has none.</summary>
    public static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(a => Is(a, name));

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>The text given as the first constructor argument.</summary>
    public static string? Text(AttributeData attribute) =>
        attribute.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive } first ? first.Value as string : null;

    /// <summary>The value of a named argument; null where it is not given.</summary>
    public static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(a => a.Key == name).Value is { Kind: TypedConstantKind.Primitive } constant
            ? constant.Value
            : null;

    /// <summary>Where the attribute stands.</summary>
    public static Location LocationOf(AttributeData attribute, ISymbol owner, CancellationToken cancellation) =>
        attribute.ApplicationSyntaxReference?.GetSyntax(cancellation).GetLocation() ?? Declarations.LocationOf(owner);

    private static bool Is(AttributeData attribute, string name) =>
        attribute.AttributeClass is { ContainingNamespace: { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true } } type
        && type.Name.Length == name.Length + "Attribute".Length
        && type.Name.StartsWith(name, StringComparison.Ordinal);
}
