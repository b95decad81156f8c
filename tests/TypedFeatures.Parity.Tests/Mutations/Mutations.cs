namespace TypedFeatures.Parity.Tests;

/// <summary>The faults.</summary>
internal static class Mutations
{
    public static IReadOnlyList<Mutation> All { get; } =
        [.. new[] { SqlMutations.All, PostgresMutations.All, ClickHouseMutations.All, ShapeMutations.All, RowMutations.All }.SelectMany(m => m).Where(m => Engines.All.Contains(m.Engine))];
}
