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

/// <summary>From when a dimension row holds, until the next row of the same key. UTC; floored to the microsecond.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ValidFromAttribute : Attribute;

/// <summary>Personal data: what reads it is marked so in the catalog.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PiiAttribute : Attribute;

/// <summary>Comes to be known after the fact, in a newer version of the row; features see the first version only.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KnownAfterOutcomeAttribute : Attribute;

/// <summary>Names a column in storage where the snake_case of the property is not its name.</summary>
/// <param name="name">The column's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string name) : Attribute
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;
}
