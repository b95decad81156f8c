namespace TypedFeatures.Reference;

/// <summary>Where one of a view's windows begins: <c>t − Length &lt; e</c>, or with a tile <c>floor(t − Length) ≤ e</c>. An entity is found where it has rows in one of them.</summary>
/// <param name="Length">Microseconds.</param>
/// <param name="Tile">Microseconds; null for an exact window.</param>
public readonly record struct LookBack(long Length, long? Tile)
{
    /// <summary>Whether a row of an event time that is not later than the as-of instant lies within it.</summary>
    internal bool Reaches(long eventTime, long asOf) =>
        Tile is { } tile ? eventTime >= Instant.FloorTo(asOf - Length, tile) : eventTime > asOf - Length;
}
