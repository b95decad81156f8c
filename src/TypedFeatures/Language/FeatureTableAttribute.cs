namespace TypedFeatures;

/// <summary>
/// Marks a partial record as a feature table: features that something else computes, one row per entity and instant. The record is both the row that is
/// ingested and the view of it: its value at <c>t</c> is the latest row known by <c>t</c> that is not older than <see cref="MaxAge"/>.
/// </summary>
/// <remarks>
/// <para>
/// Its properties are the <see cref="EntityKeyAttribute"/>s, one <see cref="EventTimeAttribute"/> that says of when the features are, at most one
/// <see cref="IngestTimeAttribute"/>, and the features. Rows have no id: a row is its columns, so the same row twice is one row.
/// </para>
/// <para>
/// The greatest row in the order (event time, ingest time, columns as declared) is the value, whole: a null in it is null, and hides the value of the row before.
/// Where no row is young enough the value is the empty one: the key as asked for, each feature as its initializer says, null where it has none, and the two
/// times <c>default</c>. In files and contracts the times are null there.
/// </para>
/// </remarks>
/// <param name="name">The table's name, in storage and in the registry.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FeatureTableAttribute(string name) : Attribute
{
    /// <summary>The table's name, in storage and in the registry.</summary>
    public string Name { get; } = name;

    /// <summary>The view's version, from 1.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The team that answers for it.</summary>
    public string? Owner { get; set; }

    /// <summary>
    /// How old a row may be to count, as <c>30d</c>, <c>12h</c>, <c>30m</c> or <c>45s</c>: at <c>t</c> a row of <c>e</c> counts where
    /// <c>t − MaxAge ≤ e ≤ t</c>, both ends included. Any age where not set.
    /// </summary>
    public string? MaxAge { get; set; }

    /// <summary>How long the online store remembers an entity after its newest row, written as <see cref="MaxAge"/>; for ever where not set.</summary>
    public string? OnlineTtl { get; set; }

    /// <summary>How old online values may become before monitoring complains, written as <see cref="MaxAge"/>.</summary>
    public string? Freshness { get; set; }
}
