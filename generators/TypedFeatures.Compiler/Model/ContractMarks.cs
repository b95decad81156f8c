using TypedFeatures.Plans;

namespace TypedFeatures.Compiler;

/// <summary>What a record says of its contract, beside what it defines.</summary>
/// <param name="Retired">The day from which on it may go; null where it is not retired.</param>
/// <param name="LogicEquivalent">Why all its features mean what they did; null where nothing is said.</param>
/// <param name="Properties">What its properties say; only those that say something.</param>
public sealed record ContractMarks(string? Retired, string? LogicEquivalent, EquatableArray<PropertyMarks> Properties)
{
    /// <summary>What a record says that says nothing.</summary>
    public static ContractMarks None { get; } = new(null, null, default);

    /// <summary>What a property says.</summary>
    public PropertyMarks Of(string property) => Properties.FirstOrDefault(p => p.Property == property) ?? new PropertyMarks(property, null, null, null, null);
}

/// <summary>What a property says of its contract.</summary>
/// <param name="Property">The C# property.</param>
/// <param name="FormerName">The column it was first released as; null where it is called as it always was.</param>
/// <param name="Retired">The day from which on it may go; null where it is not retired.</param>
/// <param name="LogicEquivalent">Why it means what it did; null where nothing is said.</param>
/// <param name="PiiRemoval">Why it is no personal data any more; null where nothing is said.</param>
public sealed record PropertyMarks(string Property, string? FormerName, string? Retired, string? LogicEquivalent, string? PiiRemoval);
