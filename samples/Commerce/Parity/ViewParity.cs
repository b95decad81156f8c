using Commerce.Data;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>The parity check of one view: what it collects while the stream passes by once more, then the comparison.</summary>
internal abstract class ViewParity
{
    public abstract string Name { get; }

    /// <summary>Remembers a row if it belongs to a sampled key: eight bytes.</summary>
    public abstract void Collect(Delivery delivery, long userId, long merchantId);

    /// <summary>Computes every sampled value in all ways and compares.</summary>
    /// <param name="store">A store over the ingested rows, with an online namespace that nothing else writes.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="progress">The share that is done, up to 1.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task CompareAsync(FeatureStore store, ParityTally tally, IProgress<double> progress, CancellationToken cancellationToken);
}
