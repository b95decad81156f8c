using System.Reflection;
using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>A store on one engine with the rows of some histories in it.</summary>
public sealed class Arena : IAsyncDisposable
{
    private static readonly MethodInfo IngestOf = typeof(Arena).GetMethod(nameof(IngestTypedAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

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
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(decorate);
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

    /// <summary>Another store over the same rows, with something around the engine; this one stays open, and must.</summary>
    public async Task<Arena> OverAsync(Func<IOfflineEngine, IOfflineEngine> decorate)
    {
        ArgumentNullException.ThrowIfNull(decorate);
        var around = decorate(new KeptEngine(Engine));
        var store = await FeatureStore.OpenAsync(o => o.UseOfflineEngine(_ => ValueTask.FromResult(around)).UseInMemoryOnline());
        return new Arena(EngineName, store, around, Histories);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    /// <summary>The n-th calls of all histories go together, as if all shops had sent their files at once.</summary>
    private async Task IngestAsync()
    {
        var calls = Histories.Select(h => h.Batches().ToList()).ToList();
        for (var n = 0; n < calls.Max(c => c.Count); n++)
        {
            foreach (var rows in calls.Where(c => n < c.Count).SelectMany(c => c[n]).GroupBy(r => r.GetType()))
            {
                await (Task)IngestOf.MakeGenericMethod(rows.Key).Invoke(this, [rows])!;
            }
        }
    }

    private Task IngestTypedAsync<T>(IEnumerable<object> rows)
        where T : class => Store.IngestAsync(rows.Cast<T>().ToList());
}

/// <summary>An engine to compare.</summary>
/// <param name="Name">Its name.</param>
/// <param name="OpenAsync">Opens it in an empty folder.</param>
public sealed record EngineKind(string Name, Func<string, CancellationToken, ValueTask<IOfflineEngine>> OpenAsync)
{
    /// <summary>The same engine opened once: every store that opens it gets this one, and leaves it open.</summary>
    public static EngineKind Kept(string name, IOfflineEngine engine) => new(name, (_, _) => ValueTask.FromResult<IOfflineEngine>(new KeptEngine(engine)));
}
