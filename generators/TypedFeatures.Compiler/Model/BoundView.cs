using TypedFeatures.Plans;

namespace TypedFeatures.Compiler;

/// <summary>A feature view as the generator's pipeline carries it: values only, no Roslyn type, equal where the output would be equal.</summary>
/// <param name="Declaration">What the emitted C# needs to know of the record.</param>
/// <param name="Plan">What the record means.</param>
public sealed record BoundView(ViewDeclaration Declaration, ViewPlan Plan);

/// <summary>The record of a feature view as declared.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its simple name; views are top-level types.</param>
/// <param name="IsPublic">Whether it is public; otherwise internal.</param>
/// <param name="Description">Its XML summary as plain text.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="OnlineTtl">In microseconds; null for ever.</param>
/// <param name="Freshness">In microseconds; null where nothing is promised.</param>
/// <param name="Parameters">The parameters of <c>Define</c>, in order.</param>
/// <param name="KeyDescriptions">The XML summaries of the entity-key properties, in declaration order.</param>
/// <param name="Table">What a feature table says beside its columns; null for a view with a <c>Define</c>.</param>
public sealed record ViewDeclaration(
    string Namespace,
    string Name,
    bool IsPublic,
    string Description,
    string Owner,
    long? OnlineTtl,
    long? Freshness,
    EquatableArray<DefineParameter> Parameters,
    EquatableArray<string> KeyDescriptions,
    TableDeclaration? Table = null)
{
    /// <summary>What the record says of its contract.</summary>
    public ContractMarks Marks { get; init; } = ContractMarks.None;
}

/// <summary>What a feature table says beside its columns.</summary>
/// <param name="MaxAge">In microseconds; null for any age.</param>
/// <param name="Empty">The value of each feature where there is no row, in the order of the features; null for the times, which read <c>default</c>.</param>
public sealed record TableDeclaration(long? MaxAge, EquatableArray<Constant> Empty);

/// <summary>A parameter of <c>Define</c>.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Source">What it reads; of another view its keys and features.</param>
/// <param name="View">The other view; null where it is a source.</param>
public sealed record DefineParameter(string Name, SourceSchema Source, ViewParameter? View = null);

/// <summary>Another view as a parameter of <c>Define</c>.</summary>
/// <param name="Plan">What it means.</param>
/// <param name="Parameters">The parameters of its own <c>Define</c>; none for a feature table.</param>
/// <param name="Table">What a feature table says beside its columns; null for a view with a <c>Define</c>.</param>
public sealed record ViewParameter(ViewPlan Plan, EquatableArray<DefineParameter> Parameters, TableDeclaration? Table);

/// <summary>A source record as the generator's pipeline carries it.</summary>
/// <param name="Namespace">Its namespace; empty for the global one.</param>
/// <param name="Name">Its simple name, with containing types joined by dots.</param>
/// <param name="Schema">Its schema.</param>
public sealed record BoundSource(string Namespace, string Name, SourceSchema Schema);
