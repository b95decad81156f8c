namespace TypedFeatures.Plans;

/// <summary>Something of a view that an engine cannot compute as the language means it.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Property">The C# property of the feature that it stands in; null where it concerns every feature of the view.</param>
/// <param name="Reason">What cannot be computed and what to write instead, as sentences.</param>
public sealed record EngineRefusal(string Engine, string? Property, string Reason);

/// <summary>
/// What an engine cannot express, declared once: where it stands, a view that needs it has no plan for that engine, and projects that target the
/// engine are told so when they are compiled.
/// </summary>
/// <param name="engine">The engine's name.</param>
/// <param name="refusesNode">Why a node of an expression cannot be computed, and what to write instead; null where it can.</param>
/// <param name="refusesView">The same of a view as a whole: its joins, its sources.</param>
public sealed class EngineCapabilities(string engine, Func<Scalar, string?> refusesNode, Func<ViewPlan, string?> refusesView)
{
    /// <summary>The engine's name.</summary>
    public string Engine { get; } = engine;

    /// <summary>What the engine refuses of a view, each reason once per feature; empty where it takes the view.</summary>
    public IReadOnlyList<EngineRefusal> RefusalsOf(ViewPlan view)
    {
        var reasons = new List<EngineRefusal>();
        if (refusesView(view) is { } reason)
        {
            reasons.Add(new EngineRefusal(Engine, null, reason));
        }

        foreach (var value in RowLevel(view))
        {
            Look(null, value);
        }

        foreach (var feature in view.Features)
        {
            Look(feature.Property, feature.Value);
        }

        foreach (var joined in view.Views.Where(v => RefusalsOf(v.View).Count > 0))
        {
            reasons.Add(new EngineRefusal(Engine, null, $"It joins '{joined.View.Name}', which that engine cannot compute; what of it is said there."));
        }

        return [.. reasons.Distinct()];

        void Look(string? property, Scalar value) => reasons.AddRange(
            value.DescendantsAndSelf().Select(refusesNode).OfType<string>().Select(r => new EngineRefusal(Engine, property, r)));
    }

    /// <summary>What the engine refuses of a service's on-demand features, each reason once per feature; what it refuses of the views is theirs.</summary>
    public IReadOnlyList<EngineRefusal> RefusalsOf(ServicePlan service) =>
    [
        .. service.OnDemand
            .SelectMany(f => f.Value.DescendantsAndSelf().Select(refusesNode).OfType<string>().Select(r => new EngineRefusal(Engine, f.Property, r)))
            .Distinct(),
    ];

    private static IEnumerable<Scalar> RowLevel(ViewPlan view) =>
        view.Joins.SelectMany(j => j.Keys)
            .Concat(view.Filter is { } filter ? [filter] : [])
            .Concat(view.Keys.Select(k => k.Value));
}
