using TypedFeatures.Plans;

namespace TypedFeatures.Compiler;

/// <summary>A feature service as the generator's pipeline carries it: values only, no Roslyn type, equal where the output would be equal.</summary>
/// <param name="Declaration">What the emitted C# needs to know of the record.</param>
/// <param name="Plan">What the record means.</param>
public sealed record BoundService(ServiceDeclaration Declaration, ServicePlan Plan)
{
    /// <summary>What the records of its views say of their contracts; only those that say something.</summary>
    public EquatableArray<ViewMarks> ViewMarks { get; init; }
}

/// <summary>What the record of a view says of its contract.</summary>
/// <param name="TypeName">The full C# name of the record.</param>
/// <param name="Marks">What it says.</param>
public sealed record ViewMarks(string TypeName, ContractMarks Marks);

/// <summary>The record of a feature service as declared.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its simple name; services are top-level types.</param>
/// <param name="IsPublic">Whether it is public; otherwise internal.</param>
/// <param name="Description">Its XML summary as plain text.</param>
/// <param name="Owner">Who answers for it.</param>
public sealed record ServiceDeclaration(string Namespace, string Name, bool IsPublic, string Description, string Owner)
{
    /// <summary>What the record says of its contract.</summary>
    public ContractMarks Marks { get; init; } = ContractMarks.None;
}
