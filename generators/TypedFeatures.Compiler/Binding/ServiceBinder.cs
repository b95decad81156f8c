using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[FeatureService]</c>.</summary>
public static class ServiceBinder
{
    /// <summary>Binds a feature service.</summary>
    /// <param name="service">The record.</param>
    /// <param name="compilation">Where it is declared.</param>
    /// <param name="cancellation">Stops.</param>
    /// <param name="engines">The targeted engines, whose refusals are reported; none where only the plan is asked for.</param>
    /// <returns>Null with diagnostics where the record has no plan; null without where it is no service, does not compile, or one of its views has no plan.</returns>
    public static BindResult<BoundService> Bind(INamedTypeSymbol service, Compilation compilation, CancellationToken cancellation, IEnumerable<EngineCapabilities>? engines = null)
    {
        var context = new BindingContext(compilation, cancellation);
        if (Attributes.Find(service, "FeatureService") is not { } attribute)
        {
            return context.Finish<BoundService>(null);
        }

        var header = ServiceHeader.Bind(service, attribute, context);
        var members = ServiceMembers.Bind(service, context);
        var onDemand = new OnDemandFeatures(service, members, context).Bind();
        var plan = new ServicePlan(
            header.Name,
            header.Version,
            ScalarTypes.NameOf(service),
            members.Keys.ToEquatableArray(),
            members.Views.Select(v => v.Plan).ToEquatableArray(),
            members.Requests.Select(r => r.Plan).ToEquatableArray(),
            onDemand,
            members.Order.ToEquatableArray());
        ServiceColumns.Check(service, plan, context);
        foreach (var refusal in (engines ?? []).SelectMany(e => e.RefusalsOf(plan)))
        {
            var place = members.OnDemand.First(p => p.Name == refusal.Property);
            context.Report(Rules.EngineRefuses, Declarations.LocationOf(place), $"The engine '{refusal.Engine}' cannot compute '{refusal.Property}': {refusal.Reason} Or leave '{refusal.Engine}' out of <{EngineTargets.Property}> in the project file.");
        }

        var declaration = new ServiceDeclaration(
            Declarations.NamespaceOf(service),
            service.Name,
            service.DeclaredAccessibility == Accessibility.Public,
            Declarations.SummaryOf(service, cancellation),
            header.Owner);
        return context.Finish(new BoundService(declaration, plan));
    }
}
