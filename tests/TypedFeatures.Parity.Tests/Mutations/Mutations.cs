namespace TypedFeatures.Parity.Tests;

/// <summary>The faults.</summary>
internal static class Mutations
{
    public static IReadOnlyList<Mutation> All { get; } = [.. SqlMutations.All, .. ShapeMutations.All, .. RowMutations.All];
}
