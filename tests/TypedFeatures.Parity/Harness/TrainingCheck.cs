using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>Training sets of every engine against the reference: one row per spine row, in spine order.</summary>
public sealed class TrainingCheck<TKey, TFeatures, TSpine>(
    ViewCase<TKey, TFeatures, TSpine> view, Oracle<TKey, TFeatures, TSpine> oracle, ParityReport report, Random random)
    where TKey : notnull
    where TFeatures : class
{
    public async Task RunAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ScopedKeys<TKey>> entities, Knowledge knowledge)
    {
        var rows = Expected(entities, knowledge).ToArray();
        random.Shuffle(rows);
        var succeeding = rows.Where(r => r.Outcome.Failure is null).ToList();
        var failing = rows.Where(r => r.Outcome.Failure is not null).Take(view.Depth.FailingRows).ToList();
        foreach (var arena in arenas)
        {
            var path = $"{arena.EngineName} training ({knowledge})";
            await CompareAsync(arena, path, succeeding, knowledge);
            foreach (var row in failing)
            {
                await CompareAsync(arena, path, [row], knowledge);
            }
        }
    }

    private IEnumerable<SpineRow> Expected(IReadOnlyList<ScopedKeys<TKey>> entities, Knowledge knowledge)
    {
        foreach (var scoped in entities)
        {
            var histories = scoped.Scope.Rows.Histories.ToList();
            var instants = scoped.Scope.Clock.Instants.Concat(Enumerable.Range(0, view.Depth.Boundaries).Select(_ => random.Pick(histories).Boundary(random))).ToList();
            foreach (var asOf in instants)
            {
                var outcomes = oracle.Evaluate(scoped, asOf, knowledge: knowledge);
                for (var i = 0; i < scoped.Keys.Count; i++)
                {
                    var row = new SpineRow(scoped.Scope, scoped.Keys[i], asOf, outcomes[i]);
                    yield return row;
                    if (random.Chance(0.05))
                    {
                        yield return row;
                    }
                }
            }
        }
    }

    private async Task CompareAsync(Arena arena, string path, IReadOnlyList<SpineRow> rows, Knowledge knowledge)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var read = 0;
        try
        {
            await foreach (var row in arena.Store.Training(view.View, rows, r => view.Spine(r.Key, r.AsOf), knowledge))
            {
                if (read >= rows.Count || !ReferenceEquals(row.Spine, rows[read]))
                {
                    report.Differs(view.Name, path, "spine order", row.Spine.Key, row.Spine.AsOf, $"row {read}", "another", row.Spine.Scope.Rows.Histories);
                    return;
                }

                Compare(path, rows[read++], new(row.Features, null), row.Found);
            }

            if (read != rows.Count)
            {
                report.Differs(view.Name, path, "rows", null, null, $"{rows.Count}", $"{read}", rows[0].Scope.Rows.Histories);
            }
        }
        catch (Exception failure) when (Failures.IsMeant(failure))
        {
            await FindAsync(arena, path, rows, failure, knowledge);
        }
        catch (Exception failure) when (failure is OfflineEngineException or InvalidOperationException)
        {
            report.Differs(view.Name, path, "query", null, null, "rows", failure.Message, rows[0].Scope.Rows.Histories);
        }
    }

    /// <summary>Halves the rows until the one that fails stands alone.</summary>
    private async Task FindAsync(Arena arena, string path, IReadOnlyList<SpineRow> rows, Exception failure, Knowledge knowledge)
    {
        if (rows.Count == 1)
        {
            Compare(path, rows[0], new(null, failure), null);
            return;
        }

        await CompareAsync(arena, path, [.. rows.Take(rows.Count / 2)], knowledge);
        await CompareAsync(arena, path, [.. rows.Skip(rows.Count / 2)], knowledge);
    }

    private void Compare(string path, SpineRow row, Outcome<TFeatures> actual, bool? found) =>
        report.Compare(oracle.Comparer, view.Name, path, row.Scope, row.Key, row.AsOf, row.AsOf, row.Outcome, actual, found);

    private sealed record SpineRow(ReferenceScope Scope, TKey Key, DateTime AsOf, Outcome<TFeatures> Outcome);
}
