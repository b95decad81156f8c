using Commerce.Parity;
using Commerce.Report;
using Commerce.Steps;
using Spectre.Console;

namespace Commerce;

/// <summary>The six steps, one after the other.</summary>
internal sealed class CommerceRun(CommerceOptions options, TextWriter output)
{
    private const string ServingNamespace = "commerce";

    /// <returns>0 where every value agrees, else 1.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        using var workspace = new Workspace(options);
        if (workspace.IsWithoutDuckDb)
        {
            console.WriteLine($"DuckDB is not available, so history is kept in SQLite. {TypedFeatures.DuckDb.DuckDbNative.UnavailableReason}");
        }

        var summary = new Summary();
        var tally = await ProgressDisplay.ShowAsync(console, summary, steps => RunStepsAsync(workspace, steps, cancellationToken));
        summary.AddProcess(workspace, options);
        summary.WriteTo(console);
        foreach (var difference in tally.Differences)
        {
            output.WriteLine(difference);
        }

        output.WriteLine(tally.ClosingLine);
        return tally.ExitCode;
    }

    private async Task<ParityTally> RunStepsAsync(Workspace workspace, StepRunner steps, CancellationToken cancellationToken)
    {
        var shop = await steps.RunAsync("1 generate", progress => GenerateStep.RunAsync(options.Size, progress), GenerateStep.Describe);
        await using (var store = await workspace.OpenStoreAsync(ServingNamespace, cancellationToken))
        {
            await steps.RunAsync(
                "2 ingest", progress => IngestStep.RunAsync(store, shop, progress, cancellationToken), ingested => ingested.ToString());
            await steps.RunAsync(
                "3 train", progress => TrainStep.RunAsync(store, shop, workspace, progress, cancellationToken), trained => trained.ToString());
            await steps.RunAsync(
                "4 materialize", progress => MaterializeStep.RunAsync(store, progress, cancellationToken), states => states.ToString());
            await steps.RunAsync(
                "5 serve", progress => ServeStep.RunAsync(store, shop, progress, cancellationToken), reads => reads.ToString());
        }

        // What the in-memory online store held is garbage now; the check should not have to live beside it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

        // States never go back in time, and a Redis server may remember an earlier run: a namespace that nobody has used yet.
        var unused = $"commerce-parity-{Guid.NewGuid():N}";
        await using var checkedStore = await workspace.OpenStoreAsync(unused, cancellationToken);
        return await steps.RunAsync(
            "6 parity", progress => ParityStep.RunAsync(checkedStore, shop, workspace, progress, cancellationToken), ParityStep.Describe);
    }
}
