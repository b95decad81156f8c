namespace TypedFeatures;

/// <summary>What <see cref="FeatureStore.VerifyNoLookaheadAsync{TKey, TFeatures, TSpine}"/> found.</summary>
/// <param name="Rows">Rows of the sample.</param>
/// <param name="Values">Values that were compared: every feature of every row, and whether its entity was found.</param>
/// <param name="Instants">Different instants in the sample; for each the sources were copied up to it.</param>
/// <param name="CopiedRows">Rows that were copied, over all instants and sources.</param>
/// <param name="Differences">The values that are others once the future is gone, in the order of the sample; none where nothing looks ahead.</param>
public sealed record LookaheadReport(long Rows, long Values, int Instants, long CopiedRows, IReadOnlyList<LookaheadDifference> Differences)
{
    /// <summary>Whether every value is the same without the future.</summary>
    public bool IsClean => Differences.Count == 0;
}

/// <summary>A value that depends on rows later than its instant. It names no key and no value.</summary>
/// <param name="Position">The row's position in the sample, from 0.</param>
/// <param name="Feature">The property; <c>Found</c> where it is whether the entity was found.</param>
public sealed record LookaheadDifference(long Position, string Feature);
