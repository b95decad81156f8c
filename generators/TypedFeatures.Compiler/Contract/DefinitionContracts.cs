using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Contract;

/// <summary>The contracts of marked records. What was bound in this process, by the generator or by another analyzer, is not bound again.</summary>
public static class DefinitionContracts
{
    /// <summary>Whether a type is marked as something that has a contract.</summary>
    public static bool IsDefinition(INamedTypeSymbol type) => Binders.Any(b => Attributes.Has(type, b.Attribute));

    /// <summary>The marked types of a namespace and of those in it; what is nested in a type is no definition.</summary>
    public static IEnumerable<INamedTypeSymbol> In(INamespaceSymbol space) => space.GetTypeMembers().Where(IsDefinition).Concat(space.GetNamespaceMembers().SelectMany(In));

    /// <summary>The attribute that marks a type; null where it is no definition.</summary>
    public static AttributeData? MarkOf(INamedTypeSymbol type) => Binders.Select(b => Attributes.Find(type, b.Attribute)).FirstOrDefault(a => a is not null);

    /// <summary>The contract of a marked record; null where it is no definition, or does not bind.</summary>
    public static DefinitionContract? Of(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        Binders.FirstOrDefault(b => Attributes.Has(type, b.Attribute)).Bind?.Invoke(type, compilation, cancellation);

    /// <summary>The name of a record or property in the user's own source.</summary>
    public static Location PlaceOf(ISymbol symbol) => Declarations.LocationOf(symbol);

    private static readonly (string Attribute, Func<INamedTypeSymbol, Compilation, CancellationToken, DefinitionContract?> Bind)[] Binders =
    [
        ("FeatureView", (type, compilation, cancellation) => Bound(type, compilation, ViewBinder.Bind, cancellation) is { } view ? ContractBuilder.Of(view) : null),
        ("FeatureTable", (type, compilation, cancellation) => Bound(type, compilation, ViewBinder.Bind, cancellation) is { } table ? ContractBuilder.Of(table) : null),
        ("Label", (type, compilation, cancellation) => Bound(type, compilation, LabelBinder.Bind, cancellation) is { } label ? ContractBuilder.Of(label) : null),
        ("FeatureService", (type, compilation, cancellation) => Bound(type, compilation, ServiceBinder.Bind, cancellation) is { } service ? ContractBuilder.Of(service) : null),
    ];

    private static T? Bound<T>(INamedTypeSymbol type, Compilation compilation, Func<INamedTypeSymbol, Compilation, CancellationToken, BindResult<T>> binder, CancellationToken cancellation)
        where T : class =>
        (Definition<T>.Bound(type, compilation, binder) ?? binder(type, compilation, cancellation)).Value;
}
