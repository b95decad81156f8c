namespace TypedFeatures;

/// <summary>The id that makes two rows the same event, whatever else they say; it also breaks ties in the order of events.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EventIdAttribute : Attribute;

/// <summary>When an event happened. UTC; floored to the microsecond.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EventTimeAttribute : Attribute;

/// <summary>When a row became known. UTC; floored to the microsecond. Without it an event is known when it happens.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IngestTimeAttribute : Attribute;

/// <summary>A part of the entity key, of a dimension or of a feature view.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EntityKeyAttribute : Attribute;

/// <summary>From when a dimension row holds, until the next row of the same key or its own <see cref="ValidToAttribute"/>. UTC; floored to the microsecond.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidFromAttribute : Attribute;

/// <summary>
/// Until when a dimension row holds: an event at <c>e</c> meets it where <c>ValidFrom ≤ e &lt; ValidTo</c>. UTC; floored to the microsecond; null, where the
/// property allows it, for as long as no newer row of the same key takes over.
/// </summary>
/// <remarks>
/// It closes a row, it does not open an older one again: of the rows an event may see the greatest is taken first, and where that one has ended the event
/// has no match, whatever older rows say. A row that ends before it begins holds never, and still ends what was before it.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidToAttribute : Attribute;

/// <summary>
/// Says that a dimension row takes its key away: from its valid-from on, until a newer row, events of that key have no match. On a <see cref="bool"/>.
/// </summary>
/// <remarks>A tombstone is a row as any other when the greatest is looked for, ties and knowledge included; only then it counts as none.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TombstoneAttribute : Attribute;

/// <summary>Personal data: what reads it is marked so in the catalog.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PiiAttribute : Attribute;

/// <summary>Comes to be known after the fact, in a newer version of the row; features see the first version only.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownAfterOutcomeAttribute : Attribute
{
    /// <summary>
    /// How long after the event the value is final, such as <c>"60d"</c> (units d, h, m, s); null where nobody can say. Features may then aggregate it over windows
    /// that end so much before the as-of (<c>g.Last(length, offset: …)</c>), by which time it was known: a lag that keeps a target encoding honest where rows are
    /// written once, with their outcome. Of a row that is written again features still see the first version.
    /// </summary>
    public string? MaturesAfter { get; init; }
}

/// <summary>Names a column in storage where the snake_case of the property is not its name.</summary>
/// <param name="name">The column's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string name) : Attribute
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;
}
