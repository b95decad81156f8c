using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>Compares every way to compute some views over some histories.</summary>
public sealed class ParityCheck(IReadOnlyList<EngineKind> engines)
{
    /// <summary>What a mutation puts around every engine; the engine itself otherwise.</summary>
    public Func<IOfflineEngine, IOfflineEngine> Decorate { get; init; } = engine => engine;

    /// <summary>Whether the engines have the histories already, so that nothing is ingested.</summary>
    public bool IsFilled { get; init; }

    public async Task<ParityReport> RunAsync(IReadOnlyList<ViewCase> views, IReadOnlyList<History> histories, int seed = 1)
    {
        var folder = Directory.CreateTempSubdirectory("parity");
        var arenas = new List<Arena>();
        var read = histories.Select(h => h.Of(views.SelectMany(v => v.Descriptor.Sources))).ToList();
        try
        {
            foreach (var engine in engines)
            {
                var subfolder = folder.CreateSubdirectory(engine.Name).FullName;
                arenas.Add(await (IsFilled ? Arena.OpenFilledAsync(engine, subfolder, read, Decorate) : Arena.OpenAsync(engine, subfolder, read, Decorate)));
            }

            var report = new ParityReport();
            var apart = histories.Select(h => new ReferenceScope(new SourceRows([h]), h.Clock)).ToList();
            var together = new Lazy<List<ReferenceScope>>(() => [new ReferenceScope(new SourceRows([.. histories]), histories[0].Clock)]);
            foreach (var view in views)
            {
                await view.CheckAsync(arenas, view.SharesKeys ? together.Value : apart, report, new Random(seed));
            }

            return report;
        }
        finally
        {
            foreach (var arena in arenas)
            {
                await arena.DisposeAsync();
            }

            folder.Delete(recursive: true);
        }
    }

    /// <summary>Finds the smallest rows that still show a difference of a view, and says them as C#.</summary>
    public async Task<string> ExplainAsync(ViewCase view, Difference difference)
    {
        var history = Merge(difference.Scope);
        history = history with { Clock = history.Clock.With(difference.AsOf, difference.KnownBy) };
        if (!await DiffersAsync(view, history))
        {
            return $"{difference}\nalone the history agrees; it is {history.Seed}";
        }

        history = await HistoryShrinker.ShrinkAsync(history, h => DiffersAsync(view, h));
        var report = await RunAsync([view], [history]);
        return $"{string.Join('\n', report.Differences.Take(12))}\n{HistoryText.Of(history)}";
    }

    private async Task<bool> DiffersAsync(ViewCase view, History history) => (await RunAsync([view], [history])).Differences.Count > 0;

    private static History Merge(IReadOnlyCollection<History> histories) => histories.Count == 1
        ? histories.First()
        : new History(
            string.Join(' ', histories.Select(h => h.Seed)), histories.First().Clock, [.. histories.SelectMany(h => h.Rows)], new HashSet<int>());
}
