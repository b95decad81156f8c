using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Binds records marked <c>[FeatureService]</c>.</summary>
public static class ServiceBinder
{
    /// <summary>Binds a feature service.</summary>
    /// <returns>Null with diagnostics where the record has no plan; null without where it is no service, does not compile, or one of its views has no plan.</returns>
    public static BindResult<BoundService> Bind(INamedTypeSymbol service, Compilation compilation, CancellationToken cancellation)
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
        var declaration = new ServiceDeclaration(
            Declarations.NamespaceOf(service),
            service.Name,
            service.DeclaredAccessibility == Accessibility.Public,
            Declarations.SummaryOf(service, cancellation),
            header.Owner);
        return context.Finish(new BoundService(declaration, plan));
    }
}
