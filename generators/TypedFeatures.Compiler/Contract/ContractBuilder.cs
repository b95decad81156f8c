using System.Runtime.CompilerServices;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Contract;

/// <summary>Makes contracts of what was bound. A contract is made once of each bound definition: the generator and the analyzers ask for the same.</summary>
public static class ContractBuilder
{
    private static readonly ConditionalWeakTable<BoundView, DefinitionContract> Views = new();
    private static readonly ConditionalWeakTable<BoundService, DefinitionContract> Services = new();

    /// <summary>The contract of a feature view, a feature table or a label.</summary>
    public static DefinitionContract Of(BoundView view) => Views.GetValue(view ?? throw new ArgumentNullException(nameof(view)), BuildView);

    /// <summary>The contract of a feature service.</summary>
    public static DefinitionContract Of(BoundService service) => Services.GetValue(service ?? throw new ArgumentNullException(nameof(service)), BuildService);

    /// <summary>Which view or feature table a plan is of.</summary>
    internal static ContractIdentity IdentityOf(ViewPlan plan) => new(
        plan.IsLabel ? ContractKind.Label : plan.Events.Kind is SourceKind.FeatureTable ? ContractKind.Table : ContractKind.View, plan.Name, plan.Version);

    private static DefinitionContract BuildView(BoundView view)
    {
        var (declaration, plan) = (view.Declaration, view.Plan);
        var online = OnlinePlan.From(plan);
        return new DefinitionContract(IdentityOf(plan), plan.TypeName)
        {
            Owner = declaration.Owner,
            Description = declaration.Description,
            Retired = declaration.Marks.Retired,
            OnlineTtl = declaration.OnlineTtl,
            Freshness = declaration.Freshness,
            MaxAge = declaration.Table?.MaxAge,
            LookBack = plan.IsLabel || declaration.Table is not null ? null : WindowNotation.WriteReach(online.LongestLookback),
            Horizon = plan.IsLabel ? WindowNotation.WriteReach(online.Retention) : null,
            QueryHash = TransformHash.OfQuery(plan),
            Keys = plan.Keys.Select(k => Key(plan, k)).ToEquatableArray(),
            Sources = SourceContracts.Of(plan).ToEquatableArray(),
            Features = FeatureContracts.Of(view).OrderBy(f => f.Id, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private static DefinitionContract BuildService(BoundService service)
    {
        var (declaration, plan) = (service.Declaration, service.Plan);
        return new DefinitionContract(new ContractIdentity(ContractKind.Service, plan.Name, plan.Version), plan.TypeName)
        {
            Owner = declaration.Owner,
            Description = declaration.Description,
            Retired = declaration.Marks.Retired,
            Keys = plan.Keys.Select(k => new KeyContract(k.Name, k.Property, k.Type, IsPii(plan, k))).ToEquatableArray(),
            Views = plan.Views.Select(v => new ServiceViewContract(v.Name, v.Property, IdentityOf(v.View)) { Retired = declaration.Marks.Of(v.Property).Retired }).ToEquatableArray(),
            Vector = plan.Members.SelectMany(m => VectorPart(service, m)).ToEquatableArray(),
            Features = FeatureContracts.Of(service).OrderBy(f => f.Id, StringComparer.Ordinal).ToEquatableArray(),
        };
    }

    private static KeyContract Key(ViewPlan plan, KeyPart key)
    {
        var columns = Lineage.Of(plan, key.Value).ToList();
        return new KeyContract(key.Name, key.Property, key.Type, columns.Any(c => c.Column.IsPii))
        {
            PiiRemoval = columns.Select(c => c.Column.PiiRemoval).FirstOrDefault(r => r is not null),
        };
    }

    private static bool IsPii(ServicePlan plan, ServiceKey key) => plan.Views.Any(v => v.View.Keys
        .Zip(v.Keys, (part, index) => (part, index))
        .Any(k => plan.Keys[k.index] == key && Lineage.Of(v.View, k.part.Value).Any(c => c.Column.IsPii)));

    /// <summary>The places of a member in the vector, under names that stay when features are renamed: vectors are read by place.</summary>
    private static IEnumerable<string> VectorPart(BoundService service, ServiceMember member)
    {
        var plan = service.Plan;
        return member.Kind switch
        {
            ServiceMemberKind.View => plan.Views[member.Index].View.Features.Select(f => StableNames.Of(service, plan.Views[member.Index], f)),
            ServiceMemberKind.Request => [StableNames.Of(service, plan.Requests[member.Index])],
            _ => [StableNames.Of(service, plan.OnDemand[member.Index])],
        };
    }
}
