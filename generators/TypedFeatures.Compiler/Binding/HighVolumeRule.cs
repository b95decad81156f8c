using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Refuses features whose state grows with every event of a source that is declared to have very many.</summary>
internal static class HighVolumeRule
{
    /// <summary>How far back rows may be kept all the same, in microseconds: what an exact window needs is bounded by the rate of events.</summary>
    private const long LongestExact = 7 * 86_400_000_000;

    public static void Check(ViewPlan plan, FeaturesValue features, ExpressionBinder binder)
    {
        if (!plan.Streams.Any(s => s.IsHighVolume))
        {
            return;
        }

        foreach (var feature in plan.Features)
        {
            var refused = feature.Value.DescendantsAndSelf().OfType<Aggregate>().FirstOrDefault(IsUnbounded);
            if (refused is not null)
            {
                binder.Fail(
                    Rules.UnboundedState,
                    features.Assignments.First(a => a.Property.Name == feature.Property).Operation,
                    $"'{plan.Events.Name}' is [HighVolume], but the online state of '{feature.Property}' grows per event: {Remedy(refused)}",
                    CanBeTiled(refused) ? FixFacts.Of(FixFacts.LookBack, refused.Window.Length!.Value) : null);
            }
        }
    }

    private static bool IsUnbounded(Aggregate aggregate) =>
        aggregate.Info.GrowthOver(aggregate.Window) == GrowthClass.PerEvent && !(aggregate.Window.Reach <= LongestExact);

    private static bool CanBeTiled(Aggregate aggregate) => aggregate is { Info.IsMergeable: true, Window: { Gap: null, Offset: 0, Length: not null } };

    private static string Remedy(Aggregate aggregate) => aggregate switch
    {
        { Info: { IsMergeable: false } info } =>
            $"{info.Method} keeps every value, which tiles cannot bound. Use an aggregate that merges ({string.Join(", ", AggregateTable.All.Where(a => a.IsMergeable).Select(a => a.Method))}), or a window of at most 7 days.",
        { Window.Gap: not null } => "a session keeps its rows. Let it reach back 7 days at most (max: Days(7)).",
        { Window.Offset: > 0 } => "an exact window keeps its rows, and one with an offset cannot be tiled. Let it and its offset reach back 7 days at most.",
        _ => "an exact window keeps its rows. Tile it, for example g.Last(length, tile: Hours(1)), whose state grows per tile, or let it reach back 7 days at most.",
    };
}
