using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[FeatureView]</c> or <c>[FeatureTable]</c>: the generator and the analyzer both read definitions through here, so they cannot disagree.</summary>
public static class ViewBinder
{
    /// <summary>Binds a feature view.</summary>
    /// <param name="view">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null with diagnostics where the definition has no plan; null without where the type is no view or does not compile.</returns>
    public static BindResult<BoundView> Bind(INamedTypeSymbol view, Compilation compilation, CancellationToken cancellation) => Bind(view, compilation, cancellation, []);

    /// <summary>What is wrong with a feature view. One that was bound in this process, and that no engine refuses, is not bound again.</summary>
    /// <param name="view">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="engines">Engines whose refusals are reported too.</param>
    public static ImmutableArray<Diagnostic> Diagnose(INamedTypeSymbol view, Compilation compilation, CancellationToken cancellation, IReadOnlyCollection<EngineCapabilities> engines) =>
        Definition<BoundView>.Bound(view, compilation, Bind) is { Value: { } bound } known && !engines.Any(e => e.RefusalsOf(bound.Plan).Any())
            ? known.Diagnostics
            : Bind(view, compilation, cancellation, engines).Diagnostics;

    /// <summary>Binds a feature view, and reports what engines refuse.</summary>
    /// <param name="view">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="engines">The engines; the plan is the same for all.</param>
    /// <returns>Null with diagnostics where the definition has no plan; null without where the type is no view or does not compile.</returns>
    public static BindResult<BoundView> Bind(INamedTypeSymbol view, Compilation compilation, CancellationToken cancellation, IReadOnlyCollection<EngineCapabilities> engines)
    {
        var context = new BindingContext(compilation, cancellation);
        if (Attributes.Find(view, "FeatureTable") is { } table)
        {
            return context.Finish(TableBinder.Bind(view, table, context, engines));
        }

        if (Attributes.Find(view, "FeatureView") is not { } attribute)
        {
            return context.Finish<BoundView>(null);
        }

        var header = ViewHeader.Bind(view, attribute, context);
        var bound = BindDefinition(view, header, context, engines);
        if (bound is not null)
        {
            OnlineTtlRule.Check(header, bound.Plan, attribute, view, context);
        }

        return context.Finish(bound);
    }

    /// <summary>Binds the record and its query; null where there is no plan to go on with.</summary>
    internal static BoundView? BindDefinition(
        INamedTypeSymbol view, ViewHeader header, BindingContext context, IEnumerable<EngineCapabilities> engines)
    {
        var properties = ViewProperties.Bind(view, context);
        if (DefineMethod.Find(view, context) is not { } define)
        {
            return null;
        }

        var binder = new ExpressionBinder(context, view) { Events = define.Events };
        foreach (var (parameter, value) in define.Values)
        {
            binder.Name(parameter, value);
        }

        var result = binder.Bind(define.Body);
        binder.Query.CheckComplete(define.Body);
        if (FeaturesOf(result, binder, define) is not { } features || binder.Query.GroupKey is not { } groupKey)
        {
            context.MarkBroken();
            return null;
        }

        var assignments = new Assignments(binder, view, properties, features);
        var keys = assignments.BindKeys(groupKey);
        var bound = assignments.BindFeatures(keys).ToEquatableArray();
        binder.Query.CheckLets([.. bound.Select(f => f.Value)]);
        CheckAggregates(bound, features, binder);
        var plan = new ViewPlan(
            header.Name,
            header.Version,
            ScalarTypes.NameOf(view),
            binder.Query.Events ?? define.Events,
            binder.Query.Joins.ToEquatableArray(),
            binder.Query.Filter,
            keys.ToEquatableArray(),
            bound,
            binder.Query.Branches.ToEquatableArray());
        define.CheckRead(plan.Streams, view, context);
        HighVolumeRule.Check(plan, features, binder);
        if (context.Kind == DefinitionKind.View)
        {
            LeakageChecks.Check(plan, features, define.Body, binder);
        }

        CheckEngines(plan, features, define, binder, engines);
        return new BoundView(Declaration(view, header, define, properties, context), plan);
    }

    /// <summary>Reports an aggregate that may fail on a row and that only some values look at: engines compute it for all of them.</summary>
    private static void CheckAggregates(EquatableArray<Feature> bound, FeaturesValue features, ExpressionBinder binder)
    {
        foreach (var feature in bound)
        {
            var failing = feature.Value.DescendantsAndSelf().OfType<Aggregate>()
                .Where(a => a.Argument?.MayFail() == true || a.Predicate?.MayFail() == true);
            if (failing.Any(a => !bound.Any(f => Laziness.AlwaysComputes(f.Value, a))))
            {
                binder.Fail(
                    Rules.FailureBeforeVisibility,
                    features.Assignments.First(a => a.Property.Name == feature.Property).Operation,
                    $"'{feature.Property}' looks at an aggregate that may overflow in one branch only, but engines compute it for every entity. Move the condition into the aggregate, or compute in double.");
            }
        }
    }

    /// <summary>Reports what engines refuse: at the feature where it stands, else at the query.</summary>
    private static void CheckEngines(
        ViewPlan plan, FeaturesValue features, DefineMethod define, ExpressionBinder binder, IEnumerable<EngineCapabilities> engines)
    {
        foreach (var refusal in engines.SelectMany(e => e.RefusalsOf(plan)))
        {
            var place = features.Assignments.Where(a => a.Property.Name == refusal.Property).Select(a => a.Operation).FirstOrDefault() ?? define.Body;
            binder.Fail(
                Rules.EngineRefuses,
                place,
                $"The engine '{refusal.Engine}' cannot compute {(refusal.Property is null ? "this " + binder.Context.Kind.Noun : $"'{refusal.Property}'")}: {refusal.Reason} "
                + $"Or leave '{refusal.Engine}' out of <{EngineTargets.Property}> in the project file.");
        }
    }

    private static FeaturesValue? FeaturesOf(Symbolic? result, ExpressionBinder binder, DefineMethod define)
    {
        switch (result)
        {
            case GroupsValue { Element: FeaturesValue features }:
                return features;
            case null or GroupsValue { Element: null } or RowsValue { Element: null }:
                return null;
            case GroupsValue:
                binder.Fail(Rules.UnsupportedQuery, define.Body, $"The query must end in: select new {binder.View.Name} {{ … }}.");
                return null;
            default:
                binder.Fail(Rules.UnsupportedQuery, define.Body, $"The query must group events by their entity key and end in: select new {binder.View.Name} {{ … }}.");
                return null;
        }
    }

    private static ViewDeclaration Declaration(
        INamedTypeSymbol view, ViewHeader header, DefineMethod define, ViewProperties properties, BindingContext context) => new(
        Declarations.NamespaceOf(view),
        view.Name,
        view.DeclaredAccessibility == Accessibility.Public,
        Declarations.SummaryOf(view, context.Cancellation),
        header.Owner,
        header.OnlineTtl,
        header.Freshness,
        define.Parameters.ToEquatableArray(),
        properties.Keys.Select(k => Declarations.SummaryOf(k.Symbol, context.Cancellation)).ToEquatableArray())
    {
        Marks = ContractAttributes.Bind(view, context),
    };
}
