using TypedFeatures.Offline;

namespace TypedFeatures.Parity.Definitions;

/// <summary>Computes a view in every way there is, one point at a time, and says what each way says.</summary>
internal sealed class DefinitionRun<TKey, TFeatures, TSpine>(
    FeatureView<TKey, TFeatures, TSpine> view, Func<TKey, DateTime, TSpine> spineOf, Func<TFeatures, TKey> keyOf, Reference<TKey, TFeatures> reference)
    where TKey : notnull
    where TFeatures : class
{
    private readonly List<PathResult> results = [];

    public async Task<IReadOnlyList<PathResult>> RunAsync(
        IReadOnlyList<EngineKind> engines, IReadOnlyList<object> rows, IReadOnlyList<SpinePoint> spine, CancellationToken cancellationToken)
    {
        var history = new History("rows", new Clock([.. spine.Select(p => p.AsOf).Distinct().Order()], []), rows, new HashSet<int>());
        var prepared = new SourceRows([history]);
        foreach (var point in spine)
        {
            await AddAsync("reference", point, () => Task.FromResult<(TFeatures?, bool?)>((reference([(TKey)point.Key], point.AsOf, null, Knowledge.Recorded, prepared)[0], null)));
        }

        foreach (var engine in engines)
        {
            var folder = Directory.CreateTempSubdirectory("definition");
            try
            {
                await using var arena = await Arena.OpenAsync(engine, folder.FullName, [history], inner => inner);
                foreach (var point in spine)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    await RunAsync(arena, point, cancellationToken);
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        return results;
    }

    private async Task RunAsync(Arena arena, SpinePoint point, CancellationToken cancellationToken)
    {
        var key = (TKey)point.Key;
        await AddAsync($"{arena.EngineName} training", point, async () =>
        {
            var row = await arena.Store.Training(view, [spineOf(key, point.AsOf)]).SingleAsync(cancellationToken);
            return (row.Features, row.Found);
        });
        await AddAsync($"{arena.EngineName} snapshot", point, async () =>
        {
            TFeatures? found = null;
            await foreach (var features in arena.Store.Snapshot(view, point.AsOf).WithCancellation(cancellationToken))
            {
                found = EqualityComparer<TKey>.Default.Equals(keyOf(features), key) ? features : found;
            }

            return (found, found is not null);
        });
        var states = new FeedStates<TKey, TFeatures>(view);
        foreach (var (path, state) in await states.BuildAsync(arena.Engine, key, point.AsOf, new Random(results.Count)))
        {
            await AddAsync($"{arena.EngineName} {path}", point, () =>
            {
                var features = state.Evaluate(key, Instant.FromDateTime(point.AsOf), out var found);
                return Task.FromResult<(TFeatures?, bool?)>((features, found));
            });
        }
    }

    private async Task AddAsync(string path, SpinePoint point, Func<Task<(TFeatures? Features, bool? Found)>> compute)
    {
        try
        {
            var (features, found) = await compute();
            results.Add(new(path, point, features is null ? null : Values(features), found, null));
        }
        catch (Exception failure) when (Failures.IsMeant(failure) || failure is OfflineEngineException)
        {
            results.Add(new(path, point, null, null, failure));
        }
    }

    private Dictionary<string, object?> Values(TFeatures features) =>
        view.Descriptor.Features.ToDictionary(f => f.Property, f => typeof(TFeatures).GetProperty(f.Property)!.GetValue(features));
}
