using TypedFeatures.Offline;
using TypedFeatures.Online;

namespace TypedFeatures.Parity;

/// <summary>
/// Online states against the reference: built from every engine's feed, in its order and in a random one, written and read back,
/// then evaluated from the watermark on.
/// </summary>
public sealed class OnlineCheck<TKey, TFeatures, TSpine>(
    ViewCase<TKey, TFeatures, TSpine> view, Oracle<TKey, TFeatures, TSpine> oracle, ParityReport report, Random random)
    where TKey : notnull
    where TFeatures : class
{
    private readonly IReadOnlyList<TimeSpan> readAfter = view.Depth.ReadAfter;

    public async Task RunAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ScopedKeys<TKey>> entities, DateTime watermark)
    {
        var expected = entities.Select(e => readAfter.Select(after => oracle.Evaluate(e, watermark + after, watermark)).ToList()).ToList();
        foreach (var arena in arenas)
        {
            try
            {
                await CompareAsync(arena, entities, watermark, expected);
            }
            catch (Exception failure) when (failure is OfflineEngineException || Failures.IsMeant(failure))
            {
                report.Differs(view.Name, arena.EngineName + " online", "query", null, watermark, "rows", failure.Message, entities[0].Scope.Rows.Histories);
            }
        }
    }

    private async Task CompareAsync(
        Arena arena, IReadOnlyList<ScopedKeys<TKey>> entities, DateTime watermark, IReadOnlyList<List<IReadOnlyList<Outcome<TFeatures>>>> expected)
    {
        var states = new FeedStates<TKey, TFeatures>(view.View);
        var feed = await states.FeedAsync(arena.Engine, watermark);
        for (var e = 0; e < entities.Count; e++)
        {
            foreach (var (i, key) in entities[e].Keys.Index())
            {
                var rows = feed.GetValueOrDefault(key) ?? [];
                var wanted = expected[e].Select(x => x[i]).ToList();
                foreach (var (path, state) in states.Build(rows, watermark, random))
                {
                    Compare($"{arena.EngineName} {path}", entities[e].Scope, key, watermark, state, wanted);
                }
            }
        }

        if (view.Depth.Served)
        {
            await CompareServedAsync(arena, entities, watermark, expected);
        }
    }

    private void Compare(
        string path, ReferenceScope scope, TKey key, DateTime watermark, FeatureState<TKey, TFeatures> state, IReadOnlyList<Outcome<TFeatures>> expected)
    {
        for (var r = 0; r < readAfter.Count; r++)
        {
            var asOf = watermark + readAfter[r];
            bool? found = null;
            var actual = Outcome<TFeatures>.Of(() =>
            {
                var value = state.Evaluate(key, Instant.FromDateTime(asOf), out var isFound);
                found = isFound;
                return value;
            });
            report.Compare(oracle.Comparer, view.Name, path, scope, key, asOf, watermark, expected[r], actual, found);
        }
    }

    /// <summary>The same through the store: materialized, read back by key.</summary>
    private async Task CompareServedAsync(
        Arena arena, IReadOnlyList<ScopedKeys<TKey>> entities, DateTime watermark, IReadOnlyList<List<IReadOnlyList<Outcome<TFeatures>>>> expected)
    {
        var path = arena.EngineName + " served";
        await arena.Store.MaterializeAsync(view.View, watermark);
        var online = arena.Store.Online(view.View);
        var reads = entities.SelectMany((e, n) => e.Keys.Select((key, i) => (e.Scope, Key: key, Outcome: expected[n][Math.Min(2, readAfter.Count - 1)][i])))
            .Where(r => r.Outcome.Failure is null).ToList();
        var asOf = watermark + readAfter[Math.Min(2, readAfter.Count - 1)];
        var served = await online.GetManyWithStatusAsync(reads.Select(r => r.Key), asOf);
        for (var i = 0; i < reads.Count; i++)
        {
            report.Compare(
                oracle.Comparer, view.Name, path, reads[i].Scope, reads[i].Key, asOf, watermark, reads[i].Outcome,
                new(served[i].Features, null), served[i].Status == FeatureStatus.Found);
        }
    }
}
