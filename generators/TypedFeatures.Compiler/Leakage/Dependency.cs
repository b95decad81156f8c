using System.Collections.Immutable;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Leakage;

/// <summary>A way by which a value depends on a stored column.</summary>
/// <param name="Leaf">What the definition at hand reads: the column itself, or the feature of another view that depends on it.</param>
/// <param name="Within">The aggregate over whose rows the column is read; null where it decides which rows there are.</param>
/// <param name="Source">The stored source.</param>
/// <param name="Column">Its column.</param>
/// <param name="Path">What lies between, as C# names: the features of other views on the way, then the property of the source.</param>
internal sealed record Dependency(Scalar Leaf, Aggregate? Within, SourceSchema Source, SourceColumn Column, ImmutableArray<string> Path);
