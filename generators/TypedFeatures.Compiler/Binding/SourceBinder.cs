using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[EventSource]</c>, <c>[DimensionSource]</c> or <c>[FeatureTable]</c>.</summary>
public static class SourceBinder
{
    private static readonly (string Attribute, SourceKind Kind)[] Kinds =
    [
        ("EventSource", SourceKind.Event), ("DimensionSource", SourceKind.Dimension), ("FeatureTable", SourceKind.FeatureTable),
    ];

    /// <summary>Binds a source record.</summary>
    /// <returns>Null with diagnostics where the declaration does not fit; null without where the type is no source or does not compile.</returns>
    public static BindResult<BoundSource> Bind(INamedTypeSymbol source, Compilation compilation, CancellationToken cancellation)
    {
        var context = new BindingContext(compilation, cancellation);
        var schema = BindSchema(source, context);
        return context.Finish(schema is null ? null : new BoundSource(Declarations.NamespaceOf(source), NameOf(source), schema));
    }

    /// <summary>What is wrong with a source record. One that was bound in this process is not bound again.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(INamedTypeSymbol source, Compilation compilation, CancellationToken cancellation) =>
        (Definition<BoundSource>.Bound(source, compilation, Bind) ?? Bind(source, compilation, cancellation)).Diagnostics;

    internal static SourceSchema? BindSchema(INamedTypeSymbol source, BindingContext context)
    {
        var marks = Kinds.Select(k => (k.Kind, Attribute: Attributes.Find(source, k.Attribute))).Where(m => m.Attribute is not null).ToArray();
        if (marks.Length == 0 || source.TypeKind == TypeKind.Error)
        {
            return null;
        }

        var (kind, attribute) = (marks[0].Kind, marks[0].Attribute!);

        void Report(string message) => context.Report(Rules.SourceDeclaration, Declarations.LocationOf(source), message);
        if (marks.Length > 1)
        {
            Report($"'{source.Name}' is marked as more than one kind of source. Keep one of [EventSource], [DimensionSource] and [FeatureTable].");
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
