using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[EventSource]</c> or <c>[DimensionSource]</c>.</summary>
public static class SourceBinder
{
    /// <summary>Binds a source record.</summary>
    /// <returns>Null with diagnostics where the declaration does not fit; null without where the type is no source or does not compile.</returns>
    public static BindResult<BoundSource> Bind(INamedTypeSymbol source, Compilation compilation, CancellationToken cancellation)
    {
        var context = new BindingContext(compilation, cancellation);
        var schema = BindSchema(source, context);
        return context.Finish(schema is null ? null : new BoundSource(Declarations.NamespaceOf(source), NameOf(source), schema));
    }

    internal static SourceSchema? BindSchema(INamedTypeSymbol source, BindingContext context)
    {
        var events = Attributes.Find(source, "EventSource");
        var dimension = Attributes.Find(source, "DimensionSource");
        if ((events ?? dimension) is not { } attribute || source.TypeKind == TypeKind.Error)
        {
            return null;
        }

        void Report(string message) => context.Report(Rules.SourceDeclaration, Declarations.LocationOf(source), message);
        if (events is not null && dimension is not null)
        {
            Report($"'{source.Name}' is marked as events and as a dimension. Keep one of [EventSource] and [DimensionSource].");
        }

        if (source.IsGenericType || source.ContainingType is { IsGenericType: true } || source.TypeKind != TypeKind.Class || source.IsAbstract)
        {
            Report($"'{source.Name}' must be a class or record that is neither generic nor abstract.");
        }

        if (!IsReachable(source))
        {
            Report($"'{source.Name}' must be reachable from generated code: public or internal, and so the types around it.");
        }

        var name = Attributes.Text(attribute) ?? "";
        if (!Naming.IsValid(name) || string.Equals(name, "spine", StringComparison.OrdinalIgnoreCase))
        {
            context.Report(
                Rules.SourceDeclaration,
                Attributes.LocationOf(attribute, source, context.Cancellation),
                $"'{name}' cannot name a table. Use letters, digits and single underscores, at most 63, not starting with a digit, and not 'spine'.");
        }

        var kind = events is not null ? SourceKind.Event : SourceKind.Dimension;
        var columns = SourceColumns.Bind(source, kind, context);
        return new SourceSchema(name, kind, ScalarTypes.NameOf(source), columns.ToEquatableArray())
        {
            IsHighVolume = kind == SourceKind.Event && Attributes.Has(source, "HighVolume"),
        };
    }

    private static bool IsReachable(INamedTypeSymbol? type) =>
        type is null
        || (!type.IsFileLocal
            && type.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            && IsReachable(type.ContainingType));

    private static string NameOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? NameOf(outer) + "." + type.Name : type.Name;
}
