using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Binding;

/// <summary>Warns where the online store forgets an entity while a window still holds its rows.</summary>
internal static class OnlineTtlRule
{
    public static void Check(ViewHeader header, ViewPlan plan, AttributeData attribute, INamedTypeSymbol view, BindingContext context)
    {
        var windows = plan.Features.SelectMany(f => f.Value.DescendantsAndSelf()).OfType<Aggregate>().Select(a => a.Window.Reach).ToArray();
        if (header.OnlineTtl is not { } ttl || windows.Length == 0)
        {
            return;
        }

        // The window of a feature table is its MaxAge and a microsecond, because both ends count; its owner wrote MaxAge.
        if (plan.Events.Kind is SourceKind.FeatureTable)
        {
            windows = [.. windows.Select(w => w - 1)];
        }

        var isUnbounded = windows.Any(w => w is null);
        if (isUnbounded || windows.Max() > ttl)
        {
            var longest = isUnbounded ? "the whole past" : DurationText.Readable(windows.Max()!.Value);
            context.Report(
                Rules.ShortOnlineTtl,
                Attributes.LocationOf(attribute, view, context.Cancellation),
                $"OnlineTtl of '{header.Name}' is {DurationText.Readable(ttl)}, but its windows look back over {longest}: an expired entity is served empty while training sees its rows. Raise OnlineTtl to the longest look-back, or leave it out.",
                isUnbounded ? FixFacts.Of(FixFacts.LookBack, FixFacts.WholePast) : FixFacts.Of(FixFacts.LookBack, windows.Max()!.Value));
        }
    }
}
