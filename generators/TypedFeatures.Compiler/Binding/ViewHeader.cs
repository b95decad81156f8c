using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What <c>[FeatureView]</c> and the record's declaration say.</summary>
/// <param name="Name">The name in the registry.</param>
/// <param name="Version">From 1.</param>
/// <param name="Owner">Who answers for it; empty where nobody is named.</param>
/// <param name="OnlineTtl">Microseconds; null for ever.</param>
/// <param name="Freshness">Microseconds; null where nothing is promised.</param>
internal sealed record ViewHeader(string Name, int Version, string Owner, long? OnlineTtl, long? Freshness)
{
    public static ViewHeader Bind(INamedTypeSymbol view, AttributeData attribute, BindingContext context)
    {
        RecordShape.Check(view, context.Kind.Declaration, context);
        CheckReserved(view, context);
        var place = Attributes.LocationOf(attribute, view, context.Cancellation);
        var name = Attributes.Text(attribute) ?? "";
        if (!Naming.IsValid(name))
        {
            context.Report(context.Kind.Declaration, place, $"'{name}' cannot name a {context.Kind.Noun}. Use letters, digits and single underscores, at most 63, not starting with a digit.");
        }

        var version = Attributes.Named(attribute, "Version") is int given ? given : 1;
        if (version < 1)
        {
            context.Report(context.Kind.Declaration, place, $"Version {version} of '{name}' must be 1 or more.");
        }

        return new ViewHeader(
            name,
            version,
            Attributes.Named(attribute, "Owner") as string ?? "",
            Duration(attribute, "OnlineTtl", place, context),
            Duration(attribute, "Freshness", place, context));
    }

    /// <summary>A length of time given as text, in microseconds; null where it is not given.</summary>
    public static long? Duration(AttributeData attribute, string property, Location place, BindingContext context)
    {
        if (Attributes.Named(attribute, property) is not string text)
        {
            return null;
        }

        var length = DurationText.Parse(text);
        if (length is null)
        {
            context.Report(context.Kind.Declaration, place, $"{property} '{text}' is no length of time. Write a positive whole number and a unit: 400d, 1h, 30m, 15s.");
        }

        return length;
    }

    private static void CheckReserved(INamedTypeSymbol view, BindingContext context)
    {
        foreach (var member in view.GetMembers().Where(m => context.Kind.Reserved.Contains(m.Name) && !Declarations.IsGenerated(m)))
        {
            context.Report(context.Kind.Declaration, Declarations.LocationOf(member), $"'{member.Name}' is the name of a generated member of '{view.Name}'. Choose another.");
        }
    }
}
