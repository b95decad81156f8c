using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>A key or feature as declared.</summary>
internal sealed record ViewProperty(IPropertySymbol Symbol, string Column, ScalarType Type);

/// <summary>The properties of a view that the definition has to assign.</summary>
internal sealed record ViewProperties(IReadOnlyList<ViewProperty> Keys, IReadOnlyList<ViewProperty> Features)
{
    /// <summary>Columns of every training set beside keys and features.</summary>
    private static readonly string[] TrainingColumns = ["ordinal", "as_of", "found"];

    /// <summary>Columns that stand beside the keys in the spine and in the state feed.</summary>
    private static readonly string[] FeedColumns = ["event_time", "ingest_time", "event_id", "spine"];

    public static ViewProperties Bind(INamedTypeSymbol view, BindingContext context)
    {
        CheckHidden(view, context);
        var keys = new List<ViewProperty>();
        var features = new List<ViewProperty>();
        foreach (var symbol in Declarations.SettableProperties(view))
        {
            if (BindProperty(symbol, context) is not { } property)
            {
                continue;
            }

            var isKey = Attributes.Has(symbol, "EntityKey");
            CheckColumn(property, isKey, keys.Concat(features), context);
            (isKey ? keys : features).Add(property);
        }

        if (keys.Count == 0)
        {
            context.Report(Rules.EntityKey, Declarations.LocationOf(view), $"'{view.Name}' has no [EntityKey]. Mark the property that says whose features they are.");
        }

        return new ViewProperties(keys, features);
    }

    private static ViewProperty? BindProperty(IPropertySymbol symbol, BindingContext context)
    {
        if (symbol.Type.TypeKind == TypeKind.Error)
        {
            context.MarkBroken();
            return null;
        }

        if (!CompositeTypes.CheckVector(symbol, context) || !DecimalDeclaration.Check(symbol, context))
        {
            return null;
        }

        if (CompositeTypes.TryMap(symbol, out var problem) is { } type)
        {
            return SourceColumns.ColumnName(symbol, context.Kind.Declaration, context) is { } column ? new ViewProperty(symbol, column, type) : null;
        }

        context.Report(Rules.UnsupportedType, Declarations.LocationOf(symbol), $"Feature '{symbol.ContainingType.Name}.{symbol.Name}': {problem}");
        return null;
    }

    private static void CheckColumn(ViewProperty property, bool isKey, IEnumerable<ViewProperty> others, BindingContext context)
    {
        void Report(string message) => context.Report(context.Kind.Declaration, Declarations.LocationOf(property.Symbol), message);
        if (isKey && property.Type.IsComposite)
        {
            context.Report(Rules.CompositeUse, Declarations.LocationOf(property.Symbol), $"The entity key '{property.Symbol.Name}' is {property.Type}. A key is made of scalars, which engines compare alike.");
        }

        bool IsSame(string name) => string.Equals(name, property.Column, StringComparison.OrdinalIgnoreCase);
        if (others.FirstOrDefault(o => IsSame(o.Column)) is { } other)
        {
            Report($"'{other.Symbol.Name}' and '{property.Symbol.Name}' are both stored as '{property.Column}'. Give one of them another name with [Column(\"…\")].");
        }

        if (TrainingColumns.Any(IsSame) || (isKey && FeedColumns.Any(IsSame)))
        {
            Report($"'{property.Symbol.Name}' is stored as '{property.Column}', which is a column of the store's own. Give it another name with [Column(\"…\")].");
        }

        if (isKey && property.Symbol.Name == "AsOf")
        {
            Report("'AsOf' is the instant of every spine row, so no key can be called so. Choose another name.");
        }
    }

    private static void CheckHidden(INamedTypeSymbol view, BindingContext context)
    {
        foreach (var property in view.GetMembers().OfType<IPropertySymbol>().Where(p => !p.IsStatic && !Declarations.IsGenerated(p)))
        {
            var isPublic = property.DeclaredAccessibility == Accessibility.Public && property.SetMethod is not { DeclaredAccessibility: not Accessibility.Public };
            if (property.SetMethod is not null && (!isPublic || property.IsIndexer))
            {
                context.Report(context.Kind.Declaration, Declarations.LocationOf(property), $"'{property.Name}' can be set but is not public, so it is neither a feature nor computed. Make it public, or remove its setter.");
            }

            if (property.SetMethod is null && Attributes.Has(property, "EntityKey"))
            {
                context.Report(Rules.EntityKey, Declarations.LocationOf(property), $"The entity key '{property.Name}' needs an init accessor: the definition assigns it.");
            }
        }
    }
}
