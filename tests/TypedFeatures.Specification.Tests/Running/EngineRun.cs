using System.Collections;
using System.Reflection;
using TypedFeatures.Offline;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;
using TypedFeatures.Sources;

namespace TypedFeatures.Specification.Tests;

/// <summary>The examples of the page on one engine: training sets, snapshots, and what is served from its feed.</summary>
internal sealed class EngineRun(EngineKind engine, bool statesToo)
{
    private static readonly MethodInfo IngestOf = typeof(EngineRun).GetMethod(nameof(IngestTypedAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly List<string> problems = [];

    /// <summary>What differs.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(ViewExample example)
    {
        await WithStoreAsync(async (store, offline) =>
        {
            var quarantined = 0L;
            foreach (var rows in CompiledPage.Current.Rows(example.Section, example.Rows))
            {
                quarantined += (await IngestAsync(store, rows.Key, rows)).Quarantined;
            }

            if (quarantined != example.Quarantined)
            {
                problems.Add($"{engine.Name}: {example.Quarantined} rows should be quarantined, {quarantined} were");
            }

            foreach (var checks in example.Checks.GroupBy(c => c.View))
            {
                var view = CompiledPage.Current.View(example.Section, checks.Key);
                if (!statesToo)
                {
                    await TrainAsync(store, view, [.. checks]);
                    await SnapshotAsync(store, view, [.. checks]);
                }

                await ServeAsync(store, offline, view, [.. checks]);
            }
        });
        return problems;
    }

    /// <summary>Sends rows one by one; each must be refused, for the reason the page says.</summary>
    public async Task<IReadOnlyList<string>> RunAsync(RefusedRows example)
    {
        var type = CompiledPage.Current.Type(example.Section, example.Source);
        await WithStoreAsync(async (store, _) =>
        {
            foreach (var row in example.Table.Rows)
            {
                try
                {
                    await IngestAsync(store, type, [CompiledPage.Row(type, [.. example.Table.Head.SkipLast(1)], row.Cells)]);
                    problems.Add($"{engine.Name}: the row of line {row.Line} is not refused");
                }
                catch (IngestException refusal)
                {
                    if (!refusal.Message.Contains(row.Cells[^1], StringComparison.Ordinal))
                    {
                        problems.Add($"{engine.Name}: line {row.Line}: '{refusal.Message}' does not say '{row.Cells[^1]}'");
                    }
                }
            }
        });
        return problems;
    }

    public async Task WithStoreAsync(Func<FeatureStore, IOfflineEngine, Task> use)
    {
        var folder = Directory.CreateTempSubdirectory("semantics");
        try
        {
            IOfflineEngine? offline = null;
            await using var store = await FeatureStore.OpenAsync(o => o
                .UseOfflineEngine(async token => offline = await engine.OpenAsync(folder.FullName, token))
                .UseInMemoryOnline());
            await use(store, offline!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static Task<IngestReport> IngestAsync(FeatureStore store, Type type, IEnumerable<object> rows) =>
        (Task<IngestReport>)IngestOf.MakeGenericMethod(type).Invoke(null, [store, CompiledPage.Typed(type, rows)])!;

    private static Task<IngestReport> IngestTypedAsync<T>(FeatureStore store, IList rows)
        where T : class => store.IngestAsync((List<T>)rows);

    private async Task TrainAsync(FeatureStore store, CompiledView view, IReadOnlyList<Check> checks)
    {
        foreach (var together in checks.Where(c => c.KnownBy is null).GroupBy(c => (c.Knowledge, Batch: c.Failure == Failure.None ? "" : c.ToString())))
        {
            SpinePoint[] points = [.. together.Select(c => Point(view, c))];
            if (together.First() is { Failure: not Failure.None } failing)
            {
                Say(await Outcomes.FailsAsync($"{engine.Name} training", failing, () => view.TrainAsync(store, points, together.Key.Knowledge)));
                continue;
            }

            var read = await view.TrainAsync(store, points, together.Key.Knowledge);
            foreach (var (check, row) in together.Zip(read))
            {
                Say(Outcomes.Compare($"{engine.Name} training", check, row.Features, row.Found));
            }
        }
    }

    private async Task SnapshotAsync(FeatureStore store, CompiledView view, IReadOnlyList<Check> checks)
    {
        foreach (var instant in checks.Where(c => c.KnownBy is null && c.Knowledge == Knowledge.Recorded).GroupBy(c => c.AsOf).Where(i => i.All(c => c.Failure == Failure.None)))
        {
            var snapshot = await view.SnapshotAsync(store, (DateTime)CellText.Parse(instant.Key, typeof(DateTime))!);
            foreach (var check in instant)
            {
                var isThere = snapshot.TryGetValue(Point(view, check).Key, out var features);
                if (check.Found is { } found && found != isThere)
                {
                    problems.Add($"{engine.Name} snapshot: {check}: found should be {found}");
                }
                else if (isThere)
                {
                    Say(Outcomes.Compare($"{engine.Name} snapshot", check, features!, null));
                }
            }
        }
    }

    private async Task ServeAsync(FeatureStore store, IOfflineEngine offline, CompiledView view, IReadOnlyList<Check> checks)
    {
        foreach (var check in checks.Where(c => c.Knowledge == Knowledge.Recorded).OrderBy(Watermark))
        {
            async Task<(object Features, FeatureStatus Status)> ReadAsync()
            {
                await view.MaterializeAsync(store, Watermark(check));
                var point = Point(view, check);
                return await view.ServeAsync(store, point.Key, point.AsOf);
            }

            var path = $"{engine.Name} online";
            if (check.Failure != Failure.None)
            {
                Say(await Outcomes.FailsAsync(path, check, ReadAsync));
                continue;
            }

            var (features, status) = await ReadAsync();
            Say(Outcomes.Compare(path, check, features, status == FeatureStatus.Found));
            if (statesToo)
            {
                var point = Point(view, check);
                foreach (var (order, state) in await view.StatesAsync(offline, point.Key, Watermark(check), point.AsOf))
                {
                    var (fed, found) = state();
                    Say(Outcomes.Compare(order, check, fed, found));
                }
            }
        }
    }

    private static SpinePoint Point(CompiledView view, Check check) =>
        new(view.Key([.. check.Key.Zip(KeyTypes(view), (k, type) => CellText.Parse(k, type))]), (DateTime)CellText.Parse(check.AsOf, typeof(DateTime))!);

    private static IEnumerable<Type> KeyTypes(CompiledView view) => view.Descriptor.Keys.Select(k => view.Type.GetProperty(k.Property)!.PropertyType);

    private static DateTime Watermark(Check check) => (DateTime)CellText.Parse(check.KnownBy ?? check.AsOf, typeof(DateTime))!;

    private void Say(string? problem)
    {
        if (problem is not null)
        {
            problems.Add(problem);
        }
    }
}
