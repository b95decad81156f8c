namespace TypedFeatures.Reference;

/// <summary>The instant a label is of, and how far it looks ahead. Instants and lengths are microseconds.</summary>
/// <param name="AsOf">The as-of instant.</param>
/// <param name="Horizon">The label's longest window.</param>
internal sealed record LabelMoment(long AsOf, long Horizon)
{
    /// <summary>Whether all of the horizon is over at a watermark.</summary>
    public bool IsOverAt(long watermark) => AsOf <= watermark - Horizon;
}
