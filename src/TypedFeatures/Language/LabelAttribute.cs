namespace TypedFeatures;

/// <summary>
/// Marks a partial record as a label: its properties are the entity key and the values to be predicted, its static <c>Define</c> says what they are.
/// Labels alone may look at what comes after the as-of instant.
/// </summary>
/// <param name="name">The label's name in the registry.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LabelAttribute(string name) : Attribute
{
    /// <summary>The label's name in the registry.</summary>
    public string Name { get; } = name;

    /// <summary>The label's version, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The team that answers for it.</summary>
    public string? Owner { get; set; }
}
