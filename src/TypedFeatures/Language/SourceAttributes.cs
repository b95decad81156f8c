namespace TypedFeatures;

/// <summary>Marks a record as the rows of a stream of facts: one row per event, and later versions of it.</summary>
/// <param name="name">The source's name, which is also its table's.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EventSourceAttribute(string name) : Attribute
{
    /// <summary>The source's name, which is also its table's.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Says of a source of events that an entity may have very many: features of it must keep a bounded online state, so that windows longer than seven days are
/// tiled and aggregates that keep every value are refused.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class HighVolumeAttribute : Attribute;

/// <summary>Marks a record as the rows of a slowly changing dimension: one row per change.</summary>
/// <param name="name">The source's name, which is also its table's.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DimensionSourceAttribute(string name) : Attribute
{
    /// <summary>The source's name, which is also its table's.</summary>
    public string Name { get; } = name;
}
