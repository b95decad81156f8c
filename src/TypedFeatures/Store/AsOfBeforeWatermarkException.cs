using System.Globalization;

namespace TypedFeatures;

/// <summary>
/// A read at an instant before the knowledge instant (watermark) of the online state: what was unknown then can no longer be told apart, so any answer
/// could leak the future. Read at the watermark or later, or build a training set, which answers for any instant.
/// </summary>
public sealed class AsOfBeforeWatermarkException : InvalidOperationException
{
    /// <summary>Names both instants.</summary>
    public AsOfBeforeWatermarkException(string view, DateTime asOf, DateTime watermark)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Feature view '{view}' was asked for {asOf:O}, but its online state was materialized at {watermark:O} and no longer knows what was unknown before. "
            + $"Read at {watermark:O} or later, or use Training for an earlier instant."))
    {
        AsOf = asOf;
        Watermark = watermark;
    }

    /// <summary>The instant that was asked for, UTC.</summary>
    public DateTime AsOf { get; }

    /// <summary>The first instant that can be read, UTC.</summary>
    public DateTime Watermark { get; }
}
