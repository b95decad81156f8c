namespace TypedFeatures.Plans;

/// <summary>
/// A window at as-of <c>t</c> over event time <c>e</c>: <c>t − Offset − Length &lt; e ≤ t − Offset</c>; with a tile <c>floor(t − Length) ≤ e ≤ t</c>, the floor
/// to a multiple of the tile since 1970; with a gap the rows of <c>t − Length &lt; e ≤ t</c> after the last gap that is longer; or <c>e ≤ t</c>.
/// </summary>
/// <param name="Length">Microseconds, positive; null for the whole past.</param>
/// <param name="Offset">Microseconds, not negative.</param>
/// <param name="Tile">Microseconds, positive; null for an exact window.</param>
/// <param name="Gap">Microseconds, positive; null where the window is no session.</param>
public sealed record WindowBounds(long? Length, long Offset = 0, long? Tile = null, long? Gap = null)
{
    /// <summary>How long before the as-of instant its earliest rows can be, in microseconds; null for the whole past.</summary>
    public long? Reach => Length + Offset + (Tile ?? 0);

    /// <summary>Where the rows it may see begin, Where and gaps aside.</summary>
    public WindowStart? Start => Length is { } length ? new WindowStart(length + Offset, Tile) : null;
}

/// <summary>Where a window begins: <c>t − Length &lt; e</c>, or with a tile <c>floor(t − Length) ≤ e</c>.</summary>
/// <param name="Length">Microseconds.</param>
/// <param name="Tile">Microseconds; null for an exact window.</param>
public sealed record WindowStart(long Length, long? Tile)
{
    /// <summary>Whether it is never later than another, at whatever instant.</summary>
    public bool Covers(WindowStart other) => (Tile, other.Tile) switch
    {
        (null, null) => Length >= other.Length,
        (null, { } tile) => Length >= other.Length + tile,
        ({ }, null) => Length >= other.Length,
        ({ } mine, { } theirs) => (mine == theirs && Length >= other.Length) || Length >= other.Length + theirs,
    };
}
