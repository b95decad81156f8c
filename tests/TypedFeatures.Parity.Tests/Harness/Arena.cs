using TypedFeatures.Offline;

namespace TypedFeatures.Parity.Tests;

/// <summary>A store on one engine with the rows of some histories in it.</summary>
internal sealed class Arena : IAsyncDisposable
{
    private Arena(string engineName, FeatureStore store, IOfflineEngine engine, IReadOnlyCollection<History> histories)
    {
        EngineName = engineName;
        Store = store;
        Engine = engine;
        Histories = histories;
    }

    public string EngineName { get; }

    public FeatureStore Store { get; }

    public IOfflineEngine Engine { get; }

    public IReadOnlyCollection<History> Histories { get; }

    /// <summary>Opens a store and ingests the histories, call by call, in order of arrival.</summary>
    public static async Task<Arena> OpenAsync(
        EngineKind kind, string folder, IReadOnlyCollection<History> histories, Func<IOfflineEngine, IOfflineEngine> decorate)
    {
        IOfflineEngine? opened = null;
        var store = await FeatureStore.OpenAsync(o => o
            .UseOfflineEngine(async token => opened = decorate(await kind.OpenAsync(folder, token)))
            .UseInMemoryOnline());
        var arena = new Arena(kind.Name, store, opened!, histories);
        try
        {
            await arena.IngestAsync();
            return arena;
        }
        catch
        {
            await arena.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>The n-th calls of all histories go together, as if all shops had sent their files at once.</summary>
    private async Task IngestAsync()
    {
        var calls = Histories.Select(h => h.Batches().ToList()).ToList();
        for (var n = 0; n < calls.Max(c => c.Count); n++)
        {
            var rows = calls.Where(c => n < c.Count).SelectMany(c => c[n]).ToList();
            await IngestAsync<Order>(rows);
            await IngestAsync<Visit>(rows);
            await IngestAsync<Signal>(rows);
            await IngestAsync<Outlet>(rows);
            await IngestAsync<Campaign>(rows);
            await IngestAsync<Holder>(rows);
            await IngestAsync<Permit>(rows);
            await IngestAsync<OutletRisk>(rows);
            await IngestAsync<RegionScore>(rows);
        }
    }

    private async Task IngestAsync<T>(IEnumerable<object> rows)
        where T : class
    {
        var typed = rows.OfType<T>().ToList();
        if (typed.Count > 0)
        {
            await Store.IngestAsync(typed);
        }
    }
}

/// <summary>An engine to compare.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OpenAsync">Opens it in an empty folder.</param>
internal sealed record EngineKind(string Name, Func<string, CancellationToken, ValueTask<IOfflineEngine>> OpenAsync);
