using TypedFeatures.Offline;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>The engines of a run, opened once for all its definitions; tables have names of their own per batch.</summary>
public sealed class Arenas : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fuzz");
    private readonly List<(EngineKind Kind, IOfflineEngine Engine)> engines = [];

    private Arenas()
    {
    }

    public IEnumerable<string> Names => engines.Select(e => e.Kind.Name);

    public static async Task<Arenas> OpenAsync(IReadOnlyList<EngineKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var arenas = new Arenas();
        foreach (var kind in kinds)
        {
            var engine = await kind.OpenAsync(arenas.folder.CreateSubdirectory(kind.Name).FullName, CancellationToken.None);
            arenas.engines.Add((EngineKind.Kept(kind.Name, engine), engine));
        }

        return arenas;
    }

    /// <summary>Stores on every engine with the rows of a history in them.</summary>
    public async Task<IReadOnlyList<Arena>> FillAsync(History history, Func<IOfflineEngine, IOfflineEngine>? decorate = null)
    {
        var filled = new List<Arena>();
        foreach (var (kind, _) in engines)
        {
            filled.Add(await Arena.OpenAsync(kind, folder.FullName, [history], decorate ?? (engine => engine)));
        }

        return filled;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, engine) in engines)
        {
            await engine.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
