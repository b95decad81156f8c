namespace TypedFeatures.Parity.Tests;

/// <summary>A store in a folder of its own, which goes with it.</summary>
internal sealed class ScratchStore : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private ScratchStore(DirectoryInfo folder, FeatureStore store)
    {
        this.folder = folder;
        Store = store;
    }

    public FeatureStore Store { get; private set; }

    /// <summary>A path in the folder.</summary>
    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    public static async Task<ScratchStore> OpenAsync(EngineKind engine, Action<FeatureStoreOptions>? configure = null)
    {
        var folder = Directory.CreateTempSubdirectory("labels");
        return new(folder, await OpenAsync(engine, folder, configure));
    }

    /// <summary>Closes the store and opens it again.</summary>
    public async Task ReopenAsync(EngineKind engine)
    {
        await Store.DisposeAsync();
        Store = await OpenAsync(engine, folder, null);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Task<FeatureStore> OpenAsync(EngineKind engine, DirectoryInfo folder, Action<FeatureStoreOptions>? configure) => FeatureStore.OpenAsync(o =>
    {
        o.UseOfflineEngine(token => engine.OpenAsync(folder.FullName, token));
        configure?.Invoke(o);
    });
}
