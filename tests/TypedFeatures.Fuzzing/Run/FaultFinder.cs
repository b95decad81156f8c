using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>Compiled batches against which faults are planted one by one, so that many of them cost the drawing and compiling once.</summary>
public sealed class FaultFinder : IDisposable
{
    private readonly List<(Batch Batch, CompiledDefinitions Definitions, History History, ReferenceScope Scope)> batches = [];
    private readonly FuzzOptions options;

    public FaultFinder(FuzzOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        var coverage = new Coverage();
        for (var number = 0; number * options.BatchSize < options.Definitions; number++)
        {
            var batch = Batch.Draw(options.Seed, number, options.BatchSize, coverage);
            var definitions = CompiledDefinitions.CompileQuickly(batch.Text(batch.Views, companions: true));
            var history = batch.History(definitions);
            batches.Add((batch, definitions, history, new ReferenceScope(new SourceRows([history]), batch.Clock)));
        }
    }

    /// <summary>The number of the definition that shows a fault, from 1; null where none within the budget does.</summary>
    public async Task<(int? Definition, Difference? Difference)> FindAsync(PlantedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var tried = 0;
        foreach (var (batch, definitions, history, scope) in batches)
        {
            await using var arenas = await Arenas.OpenAsync([fault.Engine]);
            IReadOnlyList<Arena>? filled = null;
            foreach (var view in batch.Views)
            {
                tried++;
                var check = Batch.Case(definitions, view, options.Depth);
                if (!MayShow(fault, check))
                {
                    continue;
                }

                filled ??= await arenas.FillAsync(history, engine => fault.OfEngine is { } around ? new FaultyEngine(engine, around) : engine);
                var report = new ParityReport();
                try
                {
                    await (fault.OfView is { } inside ? check.With(inside) : check).CheckAsync(filled, [scope], report, new Random(options.Seed));
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // As in a run: what throws where values are expected differs.
                    report.Differs(check.Name, "harness", "exception", null, null, "values", failure.Message, [history]);
                }

                if (report.Differences.Count > 0)
                {
                    return (tried, report.Differences[0]);
                }
            }
        }

        return (null, null);
    }

    public void Dispose() => batches.ForEach(b => b.Definitions.Dispose());

    /// <summary>Whether any query of a view is another with a fault of SQL.</summary>
    private static bool MayShow(PlantedFault fault, ViewCase check)
    {
        if (fault.OfEngine?.Sql is not { } rewrite)
        {
            return true;
        }

        var plans = check.Descriptor.PlansFor(fault.Engine.Name);
        return new[] { plans.Training, plans.TrainingKnowingEverything, plans.Snapshot, plans.StateFeed, plans.StateFeedOfKeys }.Any(sql => rewrite(sql) != sql);
    }
}
