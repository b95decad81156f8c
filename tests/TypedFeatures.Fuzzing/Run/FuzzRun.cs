using System.Diagnostics;
using System.Globalization;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>How long a run is, and from what it is drawn.</summary>
public sealed record FuzzOptions
{
    public int Seed { get; init; } = 20_261_121;

    /// <summary>How many definitions; as many as the time allows where it is the limit.</summary>
    public int Definitions { get; init; } = int.MaxValue;

    public TimeSpan Time { get; init; } = TimeSpan.MaxValue;

    /// <summary>How many batches are drawn and left out, to come back to a later one.</summary>
    public int Skip { get; init; }

    public int BatchSize { get; init; } = 40;

    public IReadOnlyList<EngineKind> Engines { get; init; } = Parity.Engines.All;

    /// <summary>How much of each definition is compared.</summary>
    public CheckDepth Depth { get; init; } = new()
    {
        Watermarks = 1, Boundaries = 2, Entities = 7, ReadAfter = [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(37)],
    };

    /// <summary>How many differences are made small and explained.</summary>
    public int Explained { get; init; } = 3;
}

/// <summary>Draws definitions, compares every way to compute them, and makes what differs small.</summary>
public sealed class FuzzRun(FuzzOptions options, Action<string> say)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public FuzzTotals Totals { get; } = new();

    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        await using var arenas = await Arenas.OpenAsync(options.Engines);
        for (var number = 0; Totals.Definitions < options.Definitions && clock.Elapsed < options.Time; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Math.Min(options.BatchSize, options.Definitions - Totals.Definitions);
            var batch = Totals.Measure("draw", () => Batch.Draw(options.Seed, number, size, Totals.Coverage));
            if (number < options.Skip)
            {
                continue;
            }

            await RunAsync(batch, arenas, cancellationToken);
            say(string.Create(CultureInfo.InvariantCulture, $"batch {number}: {Totals.Definitions} definitions, {Totals.Comparisons} comparisons, {Totals.Differences} differences, {clock.Elapsed:mm\\:ss}"));
        }
    }

    private async Task RunAsync(Batch batch, Arenas arenas, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var definitions = Compile(ref batch);
        Totals.Spend("compile", started);
        var history = batch.History(definitions);
        started = Stopwatch.GetTimestamp();
        var filled = await arenas.FillAsync(history);
        Totals.Spend("ingest", started);
        var scope = new ReferenceScope(new SourceRows([history]), batch.Clock);
        foreach (var view in batch.Views)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunAsync(batch, view, definitions, filled, scope);
        }
    }

    private async Task RunAsync(Batch batch, FuzzView view, CompiledDefinitions definitions, IReadOnlyList<Arena> filled, ReferenceScope scope)
    {
        var report = new ParityReport();
        // What costs a query of its own and hardly depends on the definition is done for some.
        var turn = Totals.Definitions % 3;
        var check = Batch.Case(definitions, view, options.Depth with { Hindsight = turn == 0, Served = turn == 1 });
        var started = Stopwatch.GetTimestamp();
        try
        {
            await check.CheckAsync(filled, [scope], report, new Random(options.Seed));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            report.Differs(view.Name, "harness", "exception", null, null, "values", failure.ToString(), scope.Rows.Histories);
        }

        Totals.Spend("compare", started);
        Totals.Add(view, report);
        if (report.Differences.Count > 0)
        {
            say($"{view.Name}: {report.Differences.Count} differences, the first: {report.Differences[0]}");
            if (Totals.Explanations.Count < options.Explained)
            {
                var explanation = await new Shrinking.CaseShrinker(batch, view, options).ExplainAsync(report.Differences[0]);
                Totals.Explanations.Add(explanation);
                say(explanation);
            }
        }
    }

    /// <summary>Compiles a batch, without the definitions that are refused, of which there should be none.</summary>
    private CompiledDefinitions Compile(ref Batch batch)
    {
        try
        {
            return CompiledDefinitions.CompileQuickly(batch.Text(batch.Views, companions: true));
        }
        catch (DefinitionException)
        {
            batch = batch.With(Accepted(batch, batch.Views));
            return CompiledDefinitions.CompileQuickly(batch.Text(batch.Views, companions: true));
        }
    }

    private IReadOnlyList<FuzzView> Accepted(Batch batch, IReadOnlyList<FuzzView> views)
    {
        try
        {
            CompiledDefinitions.CompileQuickly(batch.Text(views, companions: true)).Dispose();
            return views;
        }
        catch (DefinitionException refusal)
        {
            if (views.Count > 1)
            {
                return [.. Accepted(batch, [.. views.Take(views.Count / 2)]), .. Accepted(batch, [.. views.Skip(views.Count / 2)])];
            }

            Totals.Refused.Add($"{string.Join('\n', refusal.Diagnostics.Take(4))}\n{ViewText.Of(views[0])}");
            say($"refused: {Totals.Refused[^1]}");
            return [];
        }
    }
}
