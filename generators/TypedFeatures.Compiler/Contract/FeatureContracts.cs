using TypedFeatures.Plans;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Compiler.Contract;

/// <summary>The contracts of features.</summary>
internal static class FeatureContracts
{
    /// <summary>Those of a view, a feature table or a label.</summary>
    public static IEnumerable<FeatureContract> Of(BoundView view)
    {
        for (var i = 0; i < view.Plan.Features.Count; i++)
        {
            yield return OfView(view, view.Plan.Features[i], view.Declaration.Table?.Empty[i]);
        }
    }

    /// <summary>Those of a service: its inputs and its on-demand features. What its views have is theirs to promise.</summary>
    public static IEnumerable<FeatureContract> Of(BoundService service)
    {
        foreach (var input in service.Plan.Requests)
        {
            yield return Marked(new FeatureContract(input.Name, input.Name, input.Property, input.Type, FeatureOrigin.Request), service.Declaration.Marks, null);
        }

        foreach (var feature in service.Plan.OnDemand)
        {
            var columns = ColumnsOf(service.Plan, feature).ToList();
            string ViewName(ServiceView view, Feature read) => StableNames.Of(service, view, read);
            string InputName(RequestInput input) => StableNames.Of(service, input);
            var contract = new FeatureContract(feature.Name, feature.Name, feature.Property, feature.Type, FeatureOrigin.OnDemand)
            {
                Default = ContractConstant.DefaultOf(feature.Value),
                Sources = ViewsOf(service.Plan, feature).Distinct().ToEquatableArray(),
                Columns = Names(columns),
                IsPii = columns.Any(c => c.Column.IsPii),
            };
            var hash = TransformHash.Of(service.Plan, feature, ViewName, InputName);
            yield return Marked(Hashed(contract, hash, TransformHash.OfLogic(service.Plan, feature, ViewName, InputName)), service.Declaration.Marks, RemovalOf(columns));
        }
    }

    private static FeatureContract OfView(BoundView view, Feature feature, Constant? empty)
    {
        var plan = view.Plan;
        var columns = Lineage.Of(plan, feature.Value).ToList();
        var isStored = view.Declaration.Table is not null;
        var aggregates = isStored ? [] : feature.Value.DescendantsAndSelf().OfType<Aggregate>().ToList();
        var contract = new FeatureContract(feature.Name, feature.Name, feature.Property, feature.Type, isStored ? FeatureOrigin.Stored : FeatureOrigin.Computed)
        {
            Default = isStored ? (empty is { Value: not null } constant ? ContractConstant.Write(constant) : null) : ContractConstant.DefaultOf(feature.Value),
            Aggregates = Sorted(aggregates.Select(a => a.Kind.ToString())),
            Windows = Sorted(aggregates.Select(a => WindowNotation.Write(a.Window))),
            Sources = TransformHash.SourcesOf(plan, feature).SelectMany(s => SourceContracts.LabelsOf(plan, s)).Distinct().ToEquatableArray(),
            Columns = Names(columns),
            IsPii = columns.Any(c => c.Column.IsPii),
        };
        return Marked(Hashed(contract, TransformHash.Of(plan, feature), TransformHash.OfLogic(plan, feature)), view.Declaration.Marks, RemovalOf(columns));
    }

    private static FeatureContract Hashed(FeatureContract feature, string hash, string logic) => feature with { Hash = hash, LogicHash = logic == hash ? "" : logic };

    private static FeatureContract Marked(FeatureContract feature, ContractMarks record, string? piiRemoval)
    {
        var marks = record.Of(feature.Property);
        return feature with
        {
            Id = marks.FormerName ?? feature.Id,
            FormerName = marks.FormerName,
            Retired = marks.Retired,
            LogicEquivalent = marks.LogicEquivalent ?? record.LogicEquivalent,
            PiiRemoval = marks.PiiRemoval ?? piiRemoval,
        };
    }

    private static string? RemovalOf(IEnumerable<LineageColumn> columns) => columns.Select(c => c.Column.PiiRemoval).FirstOrDefault(r => r is not null);

    private static IEnumerable<string> ViewsOf(ServicePlan service, Feature feature) =>
        feature.Value.DescendantsAndSelf().OfType<ViewFeature>().Select(f => $"{service.Views[f.View].View.Name} v{service.Views[f.View].View.Version}");

    private static IEnumerable<LineageColumn> ColumnsOf(ServicePlan service, Feature feature) => feature.Value.DescendantsAndSelf().OfType<ViewFeature>()
        .SelectMany(f => Lineage.Of(service.Views[f.View].View, service.Views[f.View].View.Features.First(v => v.Property == f.Property).Value));

    private static EquatableArray<string> Names(IEnumerable<LineageColumn> columns) => Sorted(columns.Select(c => c.ToString()));

    private static EquatableArray<string> Sorted(IEnumerable<string> texts) => texts.Distinct().OrderBy(t => t, StringComparer.Ordinal).ToEquatableArray();
}
