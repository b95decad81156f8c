namespace TypedFeatures.Tests.Store;

/// <summary>A store over the scripted engine, a recording online store and a clock set by hand.</summary>
internal sealed class StoreFixture : IAsyncDisposable
{
    public static readonly DateTime T = new(2026, 3, 10, 12, 0, 0, DateTimeKind.Utc);

    private StoreFixture(ManualTimeProvider clock, ScriptedEngine engine, RecordingOnlineStore online, FeatureStore store) =>
        (Clock, Engine, Online, Store) = (clock, engine, online, store);

    public ManualTimeProvider Clock { get; }

    public ScriptedEngine Engine { get; }

    public RecordingOnlineStore Online { get; }

    public FeatureStore Store { get; }

    public static async Task<StoreFixture> OpenAsync(Action<FeatureStoreOptions>? configure = null)
    {
        var clock = new ManualTimeProvider(T);
        var engine = new ScriptedEngine();
        var online = new RecordingOnlineStore(clock);
        var store = await FeatureStore.OpenAsync(o =>
        {
            o.UseOfflineEngine(_ => new(engine)).UseOnlineStore(_ => new(online));
            o.TimeProvider = clock;
            configure?.Invoke(o);
        });
        return new(clock, engine, online, store);
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}

/// <summary>Reports at once, on the caller's thread.</summary>
internal sealed class Reports<T> : IProgress<T>
{
    public List<T> All { get; } = [];

    public void Report(T value) => All.Add(value);
}
