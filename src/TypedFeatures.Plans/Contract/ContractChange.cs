namespace TypedFeatures.Plans.Contract;

/// <summary>What a change means to those who rely on what was released, from the mildest on.</summary>
public enum Verdict
{
    /// <summary>Nobody who reads it will notice, or nobody was promised it yet.</summary>
    Compatible,

    /// <summary>Needs a <c>[PiiRemoval("reason")]</c>.</summary>
    NeedsPiiRemoval,

    /// <summary>Needs a new version beside the released one.</summary>
    NewVersion,

    /// <summary>Needs a new view, or a date from which on what was released is retired.</summary>
    Breaking,
}

/// <summary>What changed.</summary>
public enum ContractChangeKind
{
    /// <summary>A definition that the lock file does not have.</summary>
    DefinitionAdded,

    /// <summary>A definition whose record is gone.</summary>
    DefinitionRemoved,

    /// <summary>What people are told: owner, description, freshness target, the C# names, a retirement.</summary>
    Description,

    /// <summary>The online store forgets later.</summary>
    OnlineTtlLengthened,

    /// <summary>The online store forgets sooner.</summary>
    OnlineTtlShortened,

    /// <summary>The entity key: its parts, their order, names or types.</summary>
    Keys,

    /// <summary>How old a row of a feature table may be.</summary>
    MaxAge,

    /// <summary>How far a label looks ahead.</summary>
    Horizon,

    /// <summary>From which column the time of rows is read.</summary>
    EventTime,

    /// <summary>Which column makes two rows the same event.</summary>
    EventId,

    /// <summary>Which sources, or which of their columns, decide values.</summary>
    Source,

    /// <summary>How an enum is stored.</summary>
    EnumStorage,

    /// <summary>An enum has a member more.</summary>
    EnumMemberAdded,

    /// <summary>An enum orders members by other values.</summary>
    EnumMembersReordered,

    /// <summary>An enum has a member less.</summary>
    EnumMemberRemoved,

    /// <summary>Filter, joins or key of the query.</summary>
    Query,

    /// <summary>A feature that there was not.</summary>
    FeatureAdded,

    /// <summary>A feature that is no longer there under its name or id.</summary>
    FeatureRemoved,

    /// <summary>A feature under another name that keeps its id.</summary>
    FeatureRenamed,

    /// <summary>A type that holds every value it held, and more.</summary>
    TypeWidened,

    /// <summary>A type that holds fewer values, or others.</summary>
    TypeChanged,

    /// <summary>A vector of another length.</summary>
    VectorLength,

    /// <summary>Can no longer be null.</summary>
    BecameNonNull,

    /// <summary>Can be null now.</summary>
    BecameNullable,

    /// <summary>What it is where there is nothing to compute it from.</summary>
    Default,

    /// <summary>Over which rows it is computed.</summary>
    Window,

    /// <summary>By which aggregates it is computed.</summary>
    Aggregate,

    /// <summary>How it is computed.</summary>
    Transform,

    /// <summary>How it is computed, said to mean the same.</summary>
    LogicEquivalent,

    /// <summary>Became personal data.</summary>
    PiiAdded,

    /// <summary>Is no longer personal data.</summary>
    PiiRemoved,

    /// <summary>A service reads another view, or another version of one.</summary>
    ServiceView,

    /// <summary>The values of a service's vector stand in another order.</summary>
    VectorOrder,

    /// <summary>Values that were added stand between or after those of a service's vector.</summary>
    VectorGrowth,
}

/// <summary>A difference between what was locked and what the code says, judged.</summary>
/// <param name="Verdict">What it means.</param>
/// <param name="Kind">What changed.</param>
/// <param name="Subject">The definition.</param>
/// <param name="Feature">The id of the feature; null where it concerns the definition.</param>
/// <param name="Message">What changed, from what to what; a sentence.</param>
/// <param name="Remedy">What to do; empty where there is nothing to do.</param>
/// <param name="Services">The services that read it, themselves or through other views.</param>
public sealed record ContractChange(
    Verdict Verdict, ContractChangeKind Kind, ContractIdentity Subject, string? Feature, string Message, string Remedy, EquatableArray<ContractIdentity> Services)
{
    /// <summary>The column of the feature as the code calls it now; null where it concerns the definition, or the feature is gone.</summary>
    public string? Column { get; init; }

    /// <summary>The services as messages name them; empty where there is none.</summary>
    public string ServicesText => Services.IsEmpty
        ? ""
        : "Affected services: " + string.Join(", ", Services.Select(s => $"'{s.Name}' version {s.Version}")) + ".";

    /// <summary>Message, affected services and remedy.</summary>
    public override string ToString() => string.Join(" ", new[] { Message, ServicesText, Remedy }.Where(t => t.Length > 0));
}
