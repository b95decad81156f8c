using TypedFeatures.Fuzzing.Run;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>A compiled batch with its rows on each engine that was asked for, ingested once for all faults that leave ingestion alone.</summary>
public sealed class FaultBatch : IAsyncDisposable
{
    private readonly Batch batch;
    private readonly CompiledDefinitions definitions;
    private readonly History history;
    private readonly Dictionary<string, (Arenas Engines, Arena Filled)> stores = [];
    private readonly List<Arenas> opened = [];

    /// <summary>Compiles a batch.</summary>
    public FaultBatch(Batch batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        this.batch = batch;
        definitions = CompiledDefinitions.CompileQuickly(batch.Text(batch.Views, companions: true));
        history = batch.History(definitions);
        Scope = new ReferenceScope(new SourceRows([history]), batch.Clock);
    }

    /// <summary>The rows.</summary>
    public ReferenceScope Scope { get; }

    /// <summary>How many definitions it has.</summary>
    public int Count => batch.Views.Count;

    /// <summary>The definitions with their places, from 1.</summary>
    public IEnumerable<(int Place, ViewCase Check)> Cases(CheckDepth depth) =>
        batch.Views.Select((view, i) => (i + 1, Batch.Case(definitions, view, depth)));

    /// <summary>A store on the fault's engine with the rows in it and the fault around it.</summary>
    public async Task<Arena> OpenAsync(PlantedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        if (fault.OfEngine is { Rows: not null } ofRows)
        {
            return (await FilledAsync(fault.Engine, engine => new FaultyEngine(engine, ofRows))).Filled;
        }

        if (!stores.TryGetValue(fault.Engine.Name, out var store))
        {
            stores.Add(fault.Engine.Name, store = await FilledAsync(fault.Engine, engine => engine));
        }

        return await store.Filled.OverAsync(engine => fault.OfEngine is { } around ? new FaultyEngine(engine, around) : engine);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, filled) in stores.Values)
        {
            await filled.DisposeAsync();
        }

        foreach (var engines in opened)
        {
            await engines.DisposeAsync();
        }

        definitions.Dispose();
    }

    private async Task<(Arenas Engines, Arena Filled)> FilledAsync(EngineKind kind, Func<Offline.IOfflineEngine, Offline.IOfflineEngine> decorate)
    {
        var engines = await Arenas.OpenAsync([kind]);
        opened.Add(engines);
        return (engines, (await engines.FillAsync(history, decorate))[0]);
    }
}
