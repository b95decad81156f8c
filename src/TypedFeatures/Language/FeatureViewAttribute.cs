namespace TypedFeatures;

/// <summary>Marks a partial record as a feature view: its properties are the entity key and the features, its static <c>Define</c> says what they are.</summary>
/// <param name="name">The view's name in the registry.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeatureViewAttribute(string name) : Attribute
{
    /// <summary>The view's name in the registry.</summary>
    public string Name { get; } = name;

    /// <summary>The view's version, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The team that answers for it.</summary>
    public string? Owner { get; set; }

    /// <summary>How long the online store remembers an entity after its newest row, as <c>400d</c>, <c>12h</c>, <c>30m</c> or <c>45s</c>; for ever where not set.</summary>
    public string? OnlineTtl { get; set; }

    /// <summary>How old online values may become before monitoring complains, written as <see cref="OnlineTtl"/>.</summary>
    public string? Freshness { get; set; }
}
