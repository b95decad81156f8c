using TypedFeatures.Fuzzing.Run;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Faults;

/// <summary>
/// Definitions against which faults are planted one by one. Most are common to all faults, so that drawing, compiling and ingesting them costs once; a fault
/// that none of them shows gets some drawn around the constructs it is about, as a run's coverage steers towards what it has not seen.
/// </summary>
public sealed class FaultFinder : IAsyncDisposable
{
    // Batches of faults are numbered apart from the common ones and from each other's.
    private const int FirstOwnBatch = 1000;

    private readonly List<FaultBatch> common = [];
    private readonly FuzzOptions options;

    /// <summary>How many definitions are common to all faults, and how many more are drawn for one that needs them.</summary>
    public const int CommonBudget = 120, OwnBudget = 40;

    /// <summary>Definitions out of a seed, as many as the budget has.</summary>
    public static FaultFinder WithBudget(int seed) => new(new FuzzOptions { Seed = seed, Definitions = CommonBudget, BatchSize = 40 }) { OwnDefinitions = OwnBudget };

    /// <summary>Draws and compiles the common definitions.</summary>
    /// <param name="options">How many definitions are common, and how they are drawn.</param>
    public FaultFinder(FuzzOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        var coverage = new Coverage();
        for (var number = 0; number * options.BatchSize < options.Definitions; number++)
        {
            common.Add(new FaultBatch(Batch.Draw(options.Seed, number, options.BatchSize, coverage)));
        }
    }

    /// <summary>How many definitions are drawn for a fault that no common one shows.</summary>
    public int OwnDefinitions { get; init; }

    /// <summary>The number of the definition that shows a fault, from 1; null where none within the budget does.</summary>
    public async Task<(int? Definition, Difference? Difference)> FindAsync(PlantedFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var tried = 0;
        foreach (var batch in common)
        {
            if (await FindAsync(batch, fault) is { } found)
            {
                return (tried + found.Place, found.Difference);
            }

            tried += batch.Count;
        }

        var coverage = new Coverage();
        var size = Math.Max(1, OwnDefinitions / 2);
        for (var number = FirstOwnBatch + (1000 * PlantedFaults.All.Index().First(f => f.Item == fault).Index); tried < options.Definitions + OwnDefinitions; number++)
        {
            await using var batch = new FaultBatch(Batch.Draw(options.Seed, number, size, coverage, fault.About));
            if (await FindAsync(batch, fault) is { } found)
            {
                return (tried + found.Place, found.Difference);
            }

            tried += batch.Count;
        }

        return (null, null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var batch in common)
        {
            await batch.DisposeAsync();
        }
    }

    private async Task<(int Place, Difference Difference)?> FindAsync(FaultBatch batch, PlantedFault fault)
    {
        Arena? arena = null;
        try
        {
            foreach (var (place, check) in batch.Cases(options.Depth))
            {
                if (!MayShow(fault, check))
                {
                    continue;
                }

                arena ??= await batch.OpenAsync(fault);
                var report = new ParityReport();
                try
                {
                    await (fault.OfView is { } inside ? check.With(inside) : check).CheckAsync([arena], [batch.Scope], report, new Random(options.Seed));
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // As in a run: what throws where values are expected differs.
                    report.Differs(check.Name, "harness", "exception", null, null, "values", failure.Message, batch.Scope.Rows.Histories);
                }

                if (report.Differences.Count > 0)
                {
                    return (place, report.Differences[0]);
                }
            }

            return null;
        }
        finally
        {
            if (arena is not null)
            {
                await arena.DisposeAsync();
            }
        }
    }

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
