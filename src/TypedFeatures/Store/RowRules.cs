namespace TypedFeatures;

/// <summary>What becomes of a row of the spine.</summary>
internal enum RowFate
{
    /// <summary>It is in the set.</summary>
    Kept,

    /// <summary>It is on the other side of a split.</summary>
    OtherSide,

    /// <summary>It is in the gap of a split by time, on neither side.</summary>
    InGap,

    /// <summary>The horizon of its label is not over.</summary>
    Censored,
}

/// <summary>Decides which rows of the spine a set has, before anything is asked of the engine for them.</summary>
internal abstract class RowRule
{
    /// <summary>Whether it looks at the key.</summary>
    public virtual bool NeedsKey => false;

    /// <param name="asOf">The row's instant, in microseconds.</param>
    /// <param name="key">The key's bytes, where the rule needs them.</param>
    public abstract RowFate FateOf(long asOf, ReadOnlySpan<byte> key);
}

/// <summary>A side of a split by time: before <c>cutoff − gap</c>, or from the cutoff on.</summary>
internal sealed class TimeRule(long cutoff, long gap, bool isTrain) : RowRule
{
    public override RowFate FateOf(long asOf, ReadOnlySpan<byte> key)
    {
        var isInTrain = asOf < cutoff - gap;
        return !isInTrain && asOf < cutoff ? RowFate.InGap : isInTrain == isTrain ? RowFate.Kept : RowFate.OtherSide;
    }
}

/// <summary>A side of a split by entity: whether the key's hash, as a fraction of all hashes, lies below the fraction of the test side.</summary>
internal sealed class EntityRule(double fraction, long seed, bool isTrain) : RowRule
{
    public override bool NeedsKey => true;

    public override RowFate FateOf(long asOf, ReadOnlySpan<byte> key)
    {
        // 53 bits are what a double holds exactly.
        var place = (XxHash64.Of(key, unchecked((ulong)seed)) >> 11) * (1.0 / (1UL << 53));
        return place < fraction != isTrain ? RowFate.Kept : RowFate.OtherSide;
    }
}

/// <summary>Leaves out rows whose label is not over at the watermark; all of them where there is no watermark.</summary>
internal sealed class CensoringRule(long horizon, long? watermark) : RowRule
{
    public override RowFate FateOf(long asOf, ReadOnlySpan<byte> key) =>
        watermark is { } known && asOf <= known - horizon ? RowFate.Kept : RowFate.Censored;
}
