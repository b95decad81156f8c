using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Contract;

/// <summary>The names of what a service reads, as they were before <c>[FormerlyNamed]</c>: they stay when features are renamed.</summary>
internal static class StableNames
{
    /// <summary>That of a feature of one of its views.</summary>
    public static string Of(BoundService service, ServiceView view, Feature feature) => view.Name + "_"
        + (service.ViewMarks.FirstOrDefault(m => m.TypeName == view.View.TypeName)?.Marks.Of(feature.Property).FormerName ?? feature.Name);

    /// <summary>That of an input.</summary>
    public static string Of(BoundService service, RequestInput input) => service.Declaration.Marks.Of(input.Property).FormerName ?? input.Name;

    /// <summary>That of an on-demand feature.</summary>
    public static string Of(BoundService service, Feature feature) => service.Declaration.Marks.Of(feature.Property).FormerName ?? feature.Name;
}
