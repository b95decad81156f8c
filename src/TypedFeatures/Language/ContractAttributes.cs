namespace TypedFeatures;

/// <summary>
/// Says under which name a feature was first released, so that the contract knows it for the same feature after it was renamed. On a feature, an input or an on-demand
/// feature; it stays there, however often the feature is renamed.
/// </summary>
/// <param name="name">The property or column it was called by: <c>Purchases7d</c> or <c>purchases7d</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FormerlyNamedAttribute(string name) : Attribute
{
    /// <summary>The property or column it was called by.</summary>
    public string Name { get; } = name;
}

/// <summary>
/// Says from which day on a released feature, or on a record all that it defines, may go: until then it is kept, and its readers have time to leave it. The compiler
/// does not know what day it is; <c>dotnet features check --today</c> judges the date.
/// </summary>
/// <remarks>A lock file that knows of the date allows the removal; so mark and lock first, and remove when the day has come.</remarks>
/// <param name="date">The day, as <c>2027-01-31</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class RetiredAttribute(string date) : Attribute
{
    /// <summary>The day, as <c>2027-01-31</c>.</summary>
    public string Date { get; } = date;
}

/// <summary>
/// Says that a released feature is computed in another way and has the same values all the same, for every row and instant; on a record, that all its features do.
/// The reason is recorded in the lock file and accepts one change: a later one needs a reason of its own.
/// </summary>
/// <remarks>It speaks of how a value is computed. Another window, source, event time, default or type never means the same.</remarks>
/// <param name="reason">Why the values are the same.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, Inherited = false)]
public sealed class LogicEquivalentAttribute(string reason) : Attribute
{
    /// <summary>Why the values are the same.</summary>
    public string Reason { get; } = reason;
}

/// <summary>
/// Says why a released feature is no longer personal data: on the feature, or on the column of a source that was marked <see cref="PiiAttribute"/>, for all that reads it.
/// The reason is recorded in the lock file.
/// </summary>
/// <param name="reason">Why it is no personal data.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PiiRemovalAttribute(string reason) : Attribute
{
    /// <summary>Why it is no personal data.</summary>
    public string Reason { get; } = reason;
}
