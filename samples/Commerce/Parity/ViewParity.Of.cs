using Commerce.Data;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Parity;

/// <summary>The parity check of one view, with its types.</summary>
internal sealed class ViewParity<TKey, TFeatures, TSpine> : ViewParity
    where TKey : notnull
    where TFeatures : class
{
    /// <summary>How long after W a value is read: at once, one microsecond later (a row exactly on a window's edge leaves it), and 37 hours later.</summary>
    private static readonly TimeSpan[] Delays = [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(37)];

    private readonly ShopView<TKey, TFeatures, TSpine> view;
    private readonly ParitySample sample;
    private readonly IReadOnlyList<TKey> keys;
    private readonly Dictionary<TKey, List<Delivery>> rows;
    private readonly FeatureComparer<TFeatures> comparer;

    public ViewParity(ShopView<TKey, TFeatures, TSpine> view, ParitySample sample)
    {
        this.view = view;
        this.sample = sample;
        keys = sample.KeysOf(view.KeyOf);
        rows = keys.ToDictionary(key => key, _ => new List<Delivery>());
        comparer = new(view.Descriptor, view.FloatingSums);
    }

    public override string Name => view.Name;

    public override void Collect(Delivery delivery, long userId, long merchantId)
    {
        if (rows.TryGetValue(view.KeyOf(userId, merchantId), out var list))
        {
            list.Add(delivery);
        }
    }

    public override async Task CompareAsync(FeatureStore store, ParityTally tally, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var instants = sample.Instants;
        var meaning = new ReferenceValues<TKey, TFeatures>(view.Evaluate, sample.Shop, rows);
        var expected = await meaning.ComputeAsync(instants, Delays, new Scaled(progress, 0, 0.6), cancellationToken);
        var queried = await QueryAsync(store, cancellationToken);
        progress.Report(0.7);
        var online = store.Online(view.View);
        for (var w = 0; w < instants.Count; w++)
        {
            await store.MaterializeAsync(view.View, instants[w], keys, cancellationToken: cancellationToken);
            for (var d = 0; d < Delays.Length; d++)
            {
                var asOf = instants[w] + Delays[d];
                var served = await online.GetManyAsync(keys, asOf, cancellationToken);
                CompareAt(tally, instants[w], asOf, key => expected[(key, w, d)], d == 0 ? key => queried[(key, w)] : null, served);
            }

            progress.Report(0.7 + (0.3 * (w + 1) / instants.Count));
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
