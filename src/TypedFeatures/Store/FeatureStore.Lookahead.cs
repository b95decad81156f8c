using TypedFeatures.Lookahead;

namespace TypedFeatures;

public sealed partial class FeatureStore
{
    /// <summary>
    /// Checks that no value of a sample looks ahead: computes it as a training set does, then once more over copies of the sources in which every row that
    /// happened, held or was known after its instant is physically absent, and compares.
    /// </summary>
    /// <remarks>
    /// The compiler proves that a definition cannot name the future; this probes what runs: plans, the engine, and files whose times were written by others. It
    /// cannot see a column that was overwritten with what became known later, nor a proxy of the outcome (docs/leakage.md). For each different instant of the
    /// sample the sources are copied up to it into a scratch engine, which is removed again: choose few instants, and as many entities as you like. Sums and other
    /// results in floating point may differ by 1e-9 of one and their magnitude.
    /// </remarks>
    /// <typeparam name="TKey">The entity key.</typeparam>
    /// <typeparam name="TFeatures">The feature record.</typeparam>
    /// <typeparam name="TSpine">The view's generated <c>Spine</c>.</typeparam>
    /// <param name="view">The view.</param>
    /// <param name="sample">Entities at instants, in any order. Instants are UTC in the years 1900 to 2299.</param>
    /// <param name="cancellationToken">Stops; scratch copies are removed.</param>
    /// <returns>What was compared, and which values differ.</returns>
    /// <exception cref="InvalidOperationException">The store has no offline engine, or the view has no plan for it.</exception>
    /// <exception cref="NotSupportedException">The engine cannot open a scratch engine.</exception>
    /// <exception cref="SpineException">A row of the sample was refused; it names the row's position.</exception>
    public async Task<LookaheadReport> VerifyNoLookaheadAsync<TKey, TFeatures, TSpine>(
        FeatureView<TKey, TFeatures, TSpine> view, IEnumerable<TSpine> sample, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TFeatures : class
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(sample);
        var engine = Offline;
        var probe = new LookaheadProbe<TSpine, TFeatures>(engine, new ViewTraining<TKey, TFeatures, TSpine>(view), view.Descriptor.Sources);
        return await probe.RunAsync(sample, cancellationToken).ConfigureAwait(false);
    }
}
