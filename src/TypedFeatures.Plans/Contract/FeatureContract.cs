namespace TypedFeatures.Plans.Contract;

/// <summary>Where the value of a feature comes from.</summary>
public enum FeatureOrigin
{
    /// <summary>Computed by the definition.</summary>
    Computed,

    /// <summary>A column of a feature table.</summary>
    Stored,

    /// <summary>Arrives with the request of a service.</summary>
    Request,

    /// <summary>Computed by a service, from its views and the request.</summary>
    OnDemand,
}

/// <summary>What a feature promises.</summary>
/// <param name="Id">The column name under which it was first released; it stays when the feature is renamed.</param>
/// <param name="Name">The column name.</param>
/// <param name="Property">The C# property.</param>
/// <param name="Type">Its type, nullability included.</param>
/// <param name="Origin">Where its value comes from.</param>
public sealed record FeatureContract(string Id, string Name, string Property, ScalarType Type, FeatureOrigin Origin = FeatureOrigin.Computed)
{
    /// <summary>Whether others rely on it. A feature that is added to a released view is not, until the view is released again.</summary>
    public bool IsReleased { get; init; }

    /// <summary>The id given by <c>[FormerlyNamed]</c>; null where the feature is called as it always was. Said by the code alone: a lock file has the id.</summary>
    public string? FormerName { get; init; }

    /// <summary>The hash of its normalised transform, see <see cref="TransformHash"/>; empty for inputs of a request.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The same hash without the members of enums; empty where it is that hash, because no enum is read.</summary>
    public string LogicHash { get; init; } = "";

    /// <summary>What it is where there is nothing to compute it from, as text; null where nothing is stated.</summary>
    public string? Default { get; init; }

    /// <summary>The aggregates it is made of, sorted, each once.</summary>
    public EquatableArray<string> Aggregates { get; init; }

    /// <summary>The windows it looks at in <see cref="WindowNotation"/>, sorted, each once.</summary>
    public EquatableArray<string> Windows { get; init; }

    /// <summary>The sources whose rows decide it, in the order of the query.</summary>
    public EquatableArray<string> Sources { get; init; }

    /// <summary>The columns it is computed from as <c>source.column</c>, through joined views down to the sources, sorted.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>Whether one of the columns holds personal data.</summary>
    public bool IsPii { get; init; }

    /// <summary>From when on it may be removed, as <c>yyyy-MM-dd</c>; null where it is not retired.</summary>
    public string? Retired { get; init; }

    /// <summary>Why another transform means the same, as the code says or as was accepted last; null where nothing is said.</summary>
    public string? LogicEquivalent { get; init; }

    /// <summary>Why it is no longer personal data, as the code says or as was accepted last; null where nothing is said.</summary>
    public string? PiiRemoval { get; init; }

    /// <summary>Whether readers that do not know of it can be given a value: null, or what it states.</summary>
    public bool CanBeAbsent => Type.IsNullable || Default is not null;
}
