namespace TypedFeatures.Plans.Contract;

/// <summary>
/// What a feature view, feature table, label or service promises to those who read it. Made from the code it is always unreleased; a lock file says which of its
/// parts are released, and these alone are held to it.
/// </summary>
/// <param name="Identity">Kind, name and version.</param>
/// <param name="TypeName">The full C# name of the record, without <c>global::</c>.</param>
public sealed record DefinitionContract(ContractIdentity Identity, string TypeName)
{
    /// <summary>Whether others rely on it.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Who answers for it; empty where nobody is named.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The XML summary of the record as one line; empty where there is none.</summary>
    public string Description { get; init; } = "";

    /// <summary>From when on it may be removed, as <c>yyyy-MM-dd</c>; null where it is not retired.</summary>
    public string? Retired { get; init; }

    /// <summary>How long the online store remembers an entity, in microseconds; null for ever.</summary>
    public long? OnlineTtl { get; init; }

    /// <summary>How old online values may become, in microseconds; null where nothing is promised.</summary>
    public long? Freshness { get; init; }

    /// <summary>How old a row of a feature table may be, in microseconds; null for any age.</summary>
    public long? MaxAge { get; init; }

    /// <summary>How far back its longest window begins, in <see cref="WindowNotation"/>; null for labels and services.</summary>
    public string? LookBack { get; init; }

    /// <summary>How far ahead the longest window of a label ends, in <see cref="WindowNotation"/>; null for all else.</summary>
    public string? Horizon { get; init; }

    /// <summary>The hash of the query without the features: sources, joins that matter whatever is selected, filter, keys. Empty for services.</summary>
    public string QueryHash { get; init; } = "";

    /// <summary>The entity key, in declaration order.</summary>
    public EquatableArray<KeyContract> Keys { get; init; }

    /// <summary>The sources it reads, in the order of the query; none for services.</summary>
    public EquatableArray<SourceContract> Sources { get; init; }

    /// <summary>The views a service reads, in declaration order; none for all else.</summary>
    public EquatableArray<ServiceViewContract> Views { get; init; }

    /// <summary>The columns of a service in the order of its vector; none for all else.</summary>
    public EquatableArray<string> Vector { get; init; }

    /// <summary>The features, sorted by id; of a service its inputs and on-demand features.</summary>
    public EquatableArray<FeatureContract> Features { get; init; }

    /// <summary>
    /// The lines of the record as it was released, from which it is forked once its code says something else. Only a lock file has them; empty where they are not known.
    /// They are no promise: nobody is held to them.
    /// </summary>
    public EquatableArray<string> Text { get; init; }
}

/// <summary>A part of an entity key.</summary>
/// <param name="Name">The column.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsPii">Whether it is made of personal data.</param>
public sealed record KeyContract(string Name, string Property, ScalarType Type, bool IsPii = false)
{
    /// <summary>Why it is no longer personal data, as the code says or as was accepted last; null where nothing is said.</summary>
    public string? PiiRemoval { get; init; }
}

/// <summary>A view that a service reads.</summary>
/// <param name="Name">The property's column name, which the columns of its features begin with.</param>
/// <param name="Property">The property of the service.</param>
/// <param name="View">Which view or feature table.</param>
public sealed record ServiceViewContract(string Name, string Property, ContractIdentity View)
{
    /// <summary>From when on the service may read it no more, as <c>yyyy-MM-dd</c>; null where it is not retired.</summary>
    public string? Retired { get; init; }
}

/// <summary>A source that a definition reads, and what of it decides values.</summary>
/// <param name="Name">The table, or the name of a view that is joined.</param>
/// <param name="Kind">What its rows are.</param>
/// <param name="Columns">The columns with a role and those that are used or break ties between rows, as declared.</param>
public sealed record SourceContract(string Name, SourceKind Kind, EquatableArray<ColumnContract> Columns)
{
    /// <summary>The version of a view that is joined; null for sources.</summary>
    public int? Version { get; init; }

    /// <summary>How far apart the snapshots of a view that is joined are, in microseconds; null for sources.</summary>
    public long? Every { get; init; }

    /// <summary>The name by which features call it: of a view with its version.</summary>
    public string Label => Version is { } version ? $"{Name} v{version}" : Name;
}

/// <summary>A column of a source.</summary>
/// <param name="Name">Its name in storage.</param>
/// <param name="Type">Its type.</param>
/// <param name="Role">What it means to the store.</param>
/// <param name="IsPii">Whether it holds personal data.</param>
public sealed record ColumnContract(string Name, ScalarType Type, ColumnRole Role = ColumnRole.Value, bool IsPii = false);
