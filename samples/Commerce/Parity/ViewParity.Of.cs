using Commerce.Data;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>The parity check of one view, with its types.</summary>
internal sealed class ViewParity<TKey, TFeatures, TSpine> : ViewParity
    where TKey : notnull
    where TFeatures : class
{
    private readonly ShopView<TKey, TFeatures, TSpine> view;
    private readonly ParitySample sample;
    private readonly IReadOnlyList<TKey> keys;
    private readonly Dictionary<TKey, List<Delivery>> rows;
    private readonly FeatureComparer<TFeatures> comparer;
    private IReadOnlyDictionary<(TKey Key, int Instant, int Delay), TFeatures> expected = new Dictionary<(TKey, int, int), TFeatures>();
    private Dictionary<(TKey Key, int Instant), TrainingRow<(TKey Key, int Instant), TFeatures>> queried = [];

    public ViewParity(ShopView<TKey, TFeatures, TSpine> view, ParitySample sample)
    {
        this.view = view;
        this.sample = sample;
        keys = sample.KeysOf(view.KeyOf);
        rows = keys.ToDictionary(key => key, _ => new List<Delivery>());
        comparer = new(view.Descriptor, view.FloatingSums);
    }

    public override string Name => view.Name;

    /// <summary>How values of this view are compared.</summary>
    public FeatureComparer<TFeatures> Comparer => comparer;

    public override void Collect(Delivery delivery, long userId, long merchantId)
    {
        if (view.ReadsPurchases && rows.TryGetValue(view.KeyOf(userId, merchantId), out var list))
        {
            list.Add(delivery);
        }
    }

    /// <summary>What the definition says of a key at an instant and a delay.</summary>
    public TFeatures Expected(TKey key, int instant, int delay) => expected[(key, instant, delay)];

    public override async Task PrepareAsync(FeatureStore store, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var meaning = new ReferenceValues<TKey, TFeatures>(view.Evaluate, sample.Shop, rows);
        expected = await meaning.ComputeAsync(sample.Instants, ParitySample.Delays, new Scaled(progress, 0, 0.85), cancellationToken);
        queried = await QueryAsync(store, cancellationToken);
        progress.Report(1);
    }

    public override async Task CompareAsync(FeatureStore store, int instant, ParityTally tally, CancellationToken cancellationToken)
    {
        var knownBy = sample.Instants[instant];
        await store.MaterializeAsync(view.View, knownBy, keys, cancellationToken: cancellationToken);
        var online = store.Online(view.View);
        for (var d = 0; d < ParitySample.Delays.Count; d++)
        {
            var (asOf, delay) = (knownBy + ParitySample.Delays[d], d);
            var served = await online.GetManyAsync(keys, asOf, cancellationToken);
            CompareAt(tally, knownBy, asOf, key => Expected(key, instant, delay), d == 0 ? key => queried[(key, instant)] : null, served);
        }
    }

    private void CompareAt(
        ParityTally tally,
        DateTime knownBy,
        DateTime asOf,
        Func<TKey, TFeatures> reference,
        Func<TKey, TrainingRow<(TKey Key, int Instant), TFeatures>>? sql,
        IReadOnlyList<TFeatures> online)
    {
        for (var i = 0; i < keys.Count; i++)
        {
            var at = new Moment(view.Name, keys[i], knownBy, asOf);
            var row = sql?.Invoke(keys[i]);
            var differences = comparer.Compare(at, reference(keys[i]), row?.Features, online[i]);
            if (row is { } trained)
            {
                tally.AddThreeWay(comparer.Count, trained.Found, differences);
            }
            else
            {
                tally.AddLater(comparer.Count, differences);
            }
        }
    }

    /// <summary>What the engine says at every (key, W): one training set, whose rows carry the number of their instant through.</summary>
    private async Task<Dictionary<(TKey Key, int Instant), TrainingRow<(TKey Key, int Instant), TFeatures>>> QueryAsync(
        FeatureStore store, CancellationToken cancellationToken)
    {
        var spine = (from w in Enumerable.Range(0, sample.Instants.Count) from key in keys select (Key: key, Instant: w)).ToArray();
        var values = new Dictionary<(TKey, int), TrainingRow<(TKey Key, int Instant), TFeatures>>();
        await foreach (var row in store.Training(view.View, spine, s => view.SpineOf(s.Key, sample.Instants[s.Instant])).WithCancellation(cancellationToken))
        {
            values.Add(row.Spine, row);
        }

        return values;
    }
}
