using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Leakage;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[FeatureService]</c>.</summary>
public static class ServiceBinder
{
    /// <summary>Binds a feature service.</summary>
    /// <param name="service">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Null with diagnostics where the record has no plan; null without where it is no service, does not compile, or one of its views has no plan.</returns>
    public static BindResult<BoundService> Bind(INamedTypeSymbol service, Compilation compilation, CancellationToken cancellation) => Bind(service, compilation, cancellation, []);

    /// <summary>What is wrong with a feature service. One that was bound in this process, and that no engine refuses, is not bound again.</summary>
    /// <param name="service">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="engines">Engines whose refusals are reported too.</param>
    public static ImmutableArray<Diagnostic> Diagnose(INamedTypeSymbol service, Compilation compilation, CancellationToken cancellation, IReadOnlyCollection<EngineCapabilities> engines) =>
        Definition<BoundService>.Bound(service, compilation, Bind) is { Value: { } bound } known && !engines.Any(e => e.RefusalsOf(bound.Plan).Any())
            ? known.Diagnostics
            : Bind(service, compilation, cancellation, engines).Diagnostics;

    /// <summary>Binds a feature service, and reports what engines refuse.</summary>
    /// <param name="service">The marked record.</param>
    /// <param name="compilation">What it belongs to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="engines">The engines; the plan is the same for all.</param>
    /// <returns>Null with diagnostics where the record has no plan; null without where it is no service, does not compile, or one of its views has no plan.</returns>
    public static BindResult<BoundService> Bind(INamedTypeSymbol service, Compilation compilation, CancellationToken cancellation, IReadOnlyCollection<EngineCapabilities> engines)
    {
        var context = new BindingContext(compilation, cancellation);
        if (Attributes.Find(service, "FeatureService") is not { } attribute)
        {
            return context.Finish<BoundService>(null);
        }

        var header = ServiceHeader.Bind(service, attribute, context);
        var members = ServiceMembers.Bind(service, context);
        var onDemand = new OnDemandFeatures(service, members, context);
        var plan = new ServicePlan(
            header.Name,
            header.Version,
            ScalarTypes.NameOf(service),
            members.Keys.ToEquatableArray(),
            members.Views.Select(v => v.Plan).ToEquatableArray(),
            members.Requests.Select(r => r.Plan).ToEquatableArray(),
            onDemand.Bind(),
            members.Order.ToEquatableArray());
        ServiceColumns.Check(service, plan, context);
        LeakageChecks.Check(plan, members.OnDemand, onDemand.Binder);
        foreach (var refusal in engines.SelectMany(e => e.RefusalsOf(plan)))
        {
            var place = members.OnDemand.First(p => p.Name == refusal.Property);
            context.Report(Rules.EngineRefuses, Declarations.LocationOf(place), $"The engine '{refusal.Engine}' cannot compute '{refusal.Property}': {refusal.Reason} Or leave '{refusal.Engine}' out of <{EngineTargets.Property}> in the project file.");
        }

        var declaration = new ServiceDeclaration(
            Declarations.NamespaceOf(service),
            service.Name,
            service.DeclaredAccessibility == Accessibility.Public,
            Declarations.SummaryOf(service, cancellation),
            header.Owner)
        {
            Marks = ContractAttributes.Bind(service, context),
        };
        return context.Finish(new BoundService(declaration, plan)
        {
            ViewMarks = members.Marks.Distinct().ToEquatableArray(),
        });
    }
}
