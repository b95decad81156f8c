namespace TypedFeatures.Online;

/// <summary>An accumulator of constant size that can take in another: that of the rows of both, whatever the order.</summary>
/// <typeparam name="TSelf">The struct itself.</typeparam>
public interface IMergeableAccumulator<TSelf> : IAccumulator<TSelf>
    where TSelf : struct, IMergeableAccumulator<TSelf>
{
    /// <summary>Takes in what another accumulated of other rows.</summary>
    void Merge(in TSelf other);
}
