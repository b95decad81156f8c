using TypedFeatures.Offline;

namespace TypedFeatures.Parity;

/// <summary>Snapshots of every engine against the reference: exactly the found entities, once each.</summary>
public sealed class SnapshotCheck<TKey, TFeatures, TSpine>(
    ViewCase<TKey, TFeatures, TSpine> view, Oracle<TKey, TFeatures, TSpine> oracle, ParityReport report)
    where TKey : notnull
    where TFeatures : class
{
    public async Task RunAsync(IReadOnlyList<Arena> arenas, IReadOnlyList<ScopedKeys<TKey>> entities, DateTime asOf)
    {
        var expected = new Dictionary<TKey, (ReferenceScope Scope, Outcome<TFeatures> Outcome)>();
        foreach (var scoped in entities)
        {
            var outcomes = oracle.Evaluate(scoped, asOf);
            for (var i = 0; i < outcomes.Count; i++)
            {
                // Who is not found is in no snapshot and fails none.
                if (outcomes[i] is { Value: null, Companion: null } || oracle.Comparer.IsFound(outcomes[i]))
                {
                    expected.Add(scoped.Keys[i], (scoped.Scope, outcomes[i]));
                }
            }
        }

        var failing = expected.Where(e => e.Value.Outcome.Failure is not null).ToList();
        foreach (var arena in arenas)
        {
            var path = $"{arena.EngineName} snapshot";
            try
            {
                var found = new Dictionary<TKey, TFeatures>();
                await foreach (var features in arena.Store.Snapshot(view.View, asOf))
                {
                    if (!found.TryAdd(view.KeyOf(features), features))
                    {
                        report.Differs(view.Name, path, "entity", view.KeyOf(features), asOf, "once", "twice", Everything(entities));
                    }
                }

                if (failing.Count > 0)
                {
                    report.Differs(view.Name, path, "failure", failing[0].Key, asOf, failing[0].Value.Outcome.Failure!.Message, "a value", failing[0].Value.Scope.Rows.Histories);
                    continue;
                }

                Compare(path, entities, asOf, expected, found);
            }
            catch (Exception failure) when (Failures.IsMeant(failure))
            {
                if (failing.Count == 0)
                {
                    report.Differs(view.Name, path, "failure", null, asOf, "values", failure.Message, Everything(entities));
                }
            }
            catch (OfflineEngineException failure)
            {
                report.Differs(view.Name, path, "query", null, asOf, "rows", failure.Message, Everything(entities));
            }
        }
    }

    private static List<History> Everything(IReadOnlyList<ScopedKeys<TKey>> entities) => [.. entities.SelectMany(e => e.Scope.Rows.Histories)];

    private void Compare(
        string path, IReadOnlyList<ScopedKeys<TKey>> entities, DateTime asOf,
        Dictionary<TKey, (ReferenceScope Scope, Outcome<TFeatures> Outcome)> expected, Dictionary<TKey, TFeatures> found)
    {
        foreach (var (key, (scope, outcome)) in expected)
        {
            if (found.Remove(key, out var features))
            {
                report.Compare(oracle.Comparer, view.Name, path, scope, key, asOf, asOf, outcome, new(features, null), found: true);
            }
            else
            {
                report.Differs(view.Name, path, "entity", key, asOf, "found", "missing", scope.Rows.Histories);
            }
        }

        foreach (var key in found.Keys)
        {
            var scope = entities.FirstOrDefault(e => e.Keys.Contains(key))?.Scope.Rows.Histories ?? Everything(entities);
            report.Differs(view.Name, path, "entity", key, asOf, "not found", "there", scope);
        }
    }
}
