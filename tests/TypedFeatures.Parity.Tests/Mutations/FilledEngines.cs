using TypedFeatures.Offline;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// Histories in portions, and engines that have one in them: a fault in queries or feeds leaves what is stored alone, so that all of them can be planted around
/// the same engines. Ingesting a portion costs more than comparing a view over it.
/// </summary>
public sealed class FilledEngines : IAsyncLifetime
{
    private const int Portions = 4;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("filled");
    private readonly Dictionary<(string Engine, int Portion), IOfflineEngine> engines = [];

    /// <summary>The histories that faults are looked for in. Most are seen in the first portion, and the others are not looked at then.</summary>
    internal static IReadOnlyList<IReadOnlyList<History>> Histories { get; } = [.. HistoryGenerator.Group(seed: 7, group: 0, count: 120).Chunk(120 / Portions)];

    /// <summary>The engine with a portion in it; it stays open when a store that uses it is closed.</summary>
    internal async Task<EngineKind> OfAsync(EngineKind kind, int portion)
    {
        if (!engines.TryGetValue((kind.Name, portion), out var engine))
        {
            var subfolder = folder.CreateSubdirectory($"{kind.Name}{portion}").FullName;
            engine = await kind.OpenAsync(subfolder, CancellationToken.None);
            engines.Add((kind.Name, portion), engine);
            await using var arena = await Arena.OpenAsync(EngineKind.Kept(kind.Name, engine), subfolder, Histories[portion], inner => inner);
        }

        return EngineKind.Kept(kind.Name, engine);
    }

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var engine in engines.Values)
        {
            await engine.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }
}
