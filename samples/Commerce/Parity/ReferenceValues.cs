using System.Collections.Concurrent;
using Commerce.Data;
using Commerce.Views;
using TypedFeatures.Reference;

namespace Commerce.Parity;

/// <summary>
/// Runs a definition in memory over the raw rows of the sampled keys, duplicates and versions included. The rows are made from their places in the stream
/// a few keys at a time, so that millions of them take no more memory than their places.
/// </summary>
internal sealed class ReferenceValues<TKey, TFeatures>(
    Meaning<TKey, TFeatures> evaluate, Shop shop, IReadOnlyDictionary<TKey, List<Delivery>> rows)
    where TKey : notnull
{
    private const int RowsPerChunk = 50_000;

    /// <summary>The values of every key at every instant and delay, under (key, instant's number, delay's number).</summary>
    public async Task<IReadOnlyDictionary<(TKey Key, int Instant, int Delay), TFeatures>> ComputeAsync(
        IReadOnlyList<DateTime> instants, IReadOnlyList<TimeSpan> delays, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var values = new ConcurrentDictionary<(TKey, int, int), TFeatures>();
        var merchants = ReferenceRows.Dimension(shop.Merchants);
        var risks = ReferenceRows.Table(shop.Risks);
        var done = 0;
        await Parallel.ForEachAsync(Chunks(), cancellationToken, (keys, stop) =>
        {
            var chunk = new ShopRows(ReferenceRows.Events(shop.Rows(keys.SelectMany(key => rows[key]))), merchants, risks);
            for (var w = 0; w < instants.Count; w++)
            {
                for (var d = 0; d < delays.Count; d++)
                {
                    stop.ThrowIfCancellationRequested();
                    Store(w, d, keys, evaluate(keys, instants[w] + delays[d], instants[w], chunk));
                }
            }

            progress.Report((double)Interlocked.Add(ref done, keys.Count) / rows.Count);
            return ValueTask.CompletedTask;
        });
        return values;

        void Store(int w, int d, List<TKey> keys, IReadOnlyList<TFeatures> features)
        {
            for (var i = 0; i < keys.Count; i++)
            {
                values[(keys[i], w, d)] = features[i];
            }
        }
    }

    private IEnumerable<List<TKey>> Chunks()
    {
        var chunk = new List<TKey>();
        var count = 0;
        foreach (var (key, deliveries) in rows)
        {
            if (count > 0 && count + deliveries.Count > RowsPerChunk)
            {
                yield return chunk;
                chunk = [];
                count = 0;
            }

            chunk.Add(key);
            count += deliveries.Count;
        }

        yield return chunk;
    }
}
