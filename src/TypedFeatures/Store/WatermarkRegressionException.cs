using System.Globalization;

namespace TypedFeatures;

/// <summary>A materialization at an earlier instant than what is in the online store already: it would make served values older.</summary>
public sealed class WatermarkRegressionException : InvalidOperationException
{
    /// <summary>Names both instants.</summary>
    public WatermarkRegressionException(string view, DateTime asOf, DateTime watermark)
        : base(string.Create(
            CultureInfo.InvariantCulture,
            $"Feature view '{view}' is materialized at {watermark:O} already; materializing it at {asOf:O} would take served values back in time. "
            + $"Materialize at {watermark:O} or later, or into another OnlineNamespace."))
    {
        AsOf = asOf;
        Watermark = watermark;
    }

    /// <summary>The instant that was asked for, UTC.</summary>
    public DateTime AsOf { get; }

    /// <summary>The instant that the online store is at, UTC.</summary>
    public DateTime Watermark { get; }
}
