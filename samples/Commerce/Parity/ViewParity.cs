using Commerce.Data;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>The parity check of one view: what it collects while the stream passes by once more, then what it should be, then the comparison, instant by instant.</summary>
internal abstract class ViewParity
{
    public abstract string Name { get; }

    /// <summary>Remembers a row if it belongs to a sampled key: eight bytes.</summary>
    public abstract void Collect(Delivery delivery, long userId, long merchantId);

    /// <summary>Computes every sampled value by the definition and by SQL.</summary>
    /// <param name="store">A store over the ingested rows, with an online namespace that nothing else writes.</param>
    /// <param name="progress">The share that is done, up to 1.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task PrepareAsync(FeatureStore store, IProgress<double> progress, CancellationToken cancellationToken);

    /// <summary>Materializes the sampled keys at an instant, reads them at once and later, and compares.</summary>
    /// <param name="store">The same store.</param>
    /// <param name="instant">Which of the sample's instants. They come in order: states never go back in time.</param>
    /// <param name="tally">Counts.</param>
    /// <param name="cancellationToken">Stops.</param>
    public abstract Task CompareAsync(FeatureStore store, int instant, ParityTally tally, CancellationToken cancellationToken);
}
