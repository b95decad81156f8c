namespace TypedFeatures.Plans;

/// <summary>What the rows of a source are.</summary>
public enum SourceKind
{
    /// <summary>Facts, one row per event (and later versions of it).</summary>
    Event,

    /// <summary>Slowly changing attributes, one row per change.</summary>
    Dimension,

    /// <summary>Features computed elsewhere, one row per entity and instant.</summary>
    FeatureTable,

    /// <summary>The features of a view as they stood at the instants of a grid, for another view to join; stored nowhere.</summary>
    View,
}

/// <summary>What a column means to the store, beyond its value.</summary>
public enum ColumnRole
{
    /// <summary>A value and nothing more.</summary>
    Value,

    /// <summary>The id that makes two rows the same event; events only, exactly one.</summary>
    EventId,

    /// <summary>When the event happened, or of when features are; events and feature tables only, exactly one.</summary>
    EventTime,

    /// <summary>When the row became known; at most one.</summary>
    IngestTime,

    /// <summary>A part of the key of a dimension or a feature table, in declaration order.</summary>
    EntityKey,

    /// <summary>From when a dimension row holds; dimensions only, exactly one.</summary>
    ValidFrom,

    /// <summary>Until when a dimension row holds, exclusive; null for open; dimensions only, at most one.</summary>
    ValidTo,

    /// <summary>Whether a dimension row takes its key away; dimensions only, at most one.</summary>
    Tombstone,
}

/// <summary>A column of a source.</summary>
/// <param name="Property">The C# property.</param>
/// <param name="Name">The name in storage.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="Role">What it means to the store.</param>
/// <param name="IsPii">Whether it holds personal data.</param>
/// <param name="IsKnownAfterOutcome">Whether later versions of a row may change it.</param>
public sealed record SourceColumn(
    string Property,
    string Name,
    ScalarType Type,
    ColumnRole Role = ColumnRole.Value,
    bool IsPii = false,
    bool IsKnownAfterOutcome = false)
{
    /// <summary>How exactly engines agree on its values; what is stored is exact, a joined view's features may be less.</summary>
    public Precision Precision { get; init; }

    /// <summary>
    /// How long after the event a value that is known after the outcome is final, in microseconds; null where nothing is said. It changes no value: the compiler
    /// measures windows by it.
    /// </summary>
    public long? MaturesAfter { get; init; }

    /// <summary>Why it is no longer personal data, as its declaration says; null where nothing is said. Only what compares contracts asks for it.</summary>
    public string? PiiRemoval { get; init; }
}

/// <summary>A source of rows: its name in storage and its columns in declaration order.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Kind">Events, a dimension, a feature table, or a view that another one joins.</param>
/// <param name="RowType">The full C# name of the row type, without <c>global::</c>.</param>
/// <param name="Columns">The columns in declaration order, which is also the last tie-break.</param>
public sealed record SourceSchema(string Name, SourceKind Kind, string RowType, EquatableArray<SourceColumn> Columns)
{
    /// <summary>Whether an entity may have so many events that its online state must be bounded.</summary>
    public bool IsHighVolume { get; init; }

    /// <summary>The event time of an event or of features, the valid-from of a dimension row.</summary>
    public SourceColumn Time => Columns.First(c => c.Role is ColumnRole.EventTime or ColumnRole.ValidFrom);

    /// <summary>The ingest time, where the source has one.</summary>
    public SourceColumn? IngestTime => Columns.FirstOrDefault(c => c.Role is ColumnRole.IngestTime);

    /// <summary>Whether an id says which rows are the same; without one a row is all its columns.</summary>
    public bool HasEventIds => Kind is SourceKind.Event;

    /// <summary>The event id.</summary>
    /// <exception cref="InvalidOperationException">The source has none; see <see cref="HasEventIds"/>.</exception>
    public SourceColumn EventId => Columns.First(c => c.Role is ColumnRole.EventId);

    /// <summary>The key columns of a dimension, a feature table or a view, in declaration order; empty for events.</summary>
    public IEnumerable<SourceColumn> Keys => Columns.Where(c => c.Role is ColumnRole.EntityKey);

    /// <summary>The columns that break ties between rows of one key alike in their times, in declaration order.</summary>
    public IEnumerable<SourceColumn> TieBreakers =>
        Columns.Where(c => c.Role is ColumnRole.Value or ColumnRole.ValidTo or ColumnRole.Tombstone);

    /// <summary>Until when a dimension row holds, where the dimension says so.</summary>
    public SourceColumn? ValidTo => Columns.FirstOrDefault(c => c.Role is ColumnRole.ValidTo);

    /// <summary>What marks a dimension row as a tombstone, where the dimension has them.</summary>
    public SourceColumn? Tombstone => Columns.FirstOrDefault(c => c.Role is ColumnRole.Tombstone);

    /// <summary>Whether later versions of an event may differ in some columns.</summary>
    public bool HasVersions => Columns.Any(c => c.IsKnownAfterOutcome);

    /// <summary>The column of a property.</summary>
    /// <exception cref="InvalidOperationException">There is no such property.</exception>
    public SourceColumn Column(string property) =>
        Columns.FirstOrDefault(c => c.Property == property)
        ?? throw new InvalidOperationException($"Source '{Name}' has no property '{property}'.");
}
