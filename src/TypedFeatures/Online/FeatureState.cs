using TypedFeatures.Offline;

namespace TypedFeatures.Online;

/// <summary>What the online store keeps of one entity: enough to compute every feature at any instant from the watermark on.</summary>
/// <typeparam name="TKey">The entity key.</typeparam>
/// <typeparam name="TFeatures">The feature record.</typeparam>
public abstract class FeatureState<TKey, TFeatures>
{
    /// <summary>For generated code.</summary>
    /// <param name="watermark">The knowledge instant, in microseconds: the rows known by then are in.</param>
    protected FeatureState(long watermark) => Watermark = watermark;

    /// <summary>The knowledge instant, in microseconds since 1970.</summary>
    public long Watermark { get; }

    /// <summary>The event time of the newest row, in microseconds; null where there is none.</summary>
    public abstract long? LatestEventTime { get; }

    /// <summary>Adds the row at hand of a state feed (see <see cref="EnginePlans.StateFeed"/>), in any order.</summary>
    /// <param name="row">The cursor, on a row.</param>
    public abstract void Add(RowCursor row);

    /// <summary>The features at an instant.</summary>
    /// <param name="key">The entity the state is of.</param>
    /// <param name="asOf">Microseconds; not before <see cref="Watermark"/> (the caller checks).</param>
    /// <param name="found">Whether a row lies within the longest look-back.</param>
    /// <exception cref="OverflowException">An integer result does not fit.</exception>
    /// <exception cref="NonFiniteFeatureException">A feature that cannot be null is infinite or not a number.</exception>
    public abstract TFeatures Evaluate(TKey key, long asOf, out bool found);

    /// <summary>Writes everything but the watermark.</summary>
    public abstract void Encode(ref StateWriter writer);
}
