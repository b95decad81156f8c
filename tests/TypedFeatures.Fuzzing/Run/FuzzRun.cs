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

    public int BatchSize { get; init; } = 50;

    public IReadOnlyList<EngineKind> Engines { get; init; } = Parity.Engines.All;

    /// <summary>How much of each definition is compared.</summary>
    public CheckDepth Depth { get; init; } = new()
    {
        Watermarks = 1, Boundaries = 2, Entities = 7, FailingRows = 2, ReadAfter = [TimeSpan.Zero, TimeSpan.FromMicroseconds(1), TimeSpan.FromHours(37)],
    };

    /// <summary>How many batches are compared side by side, each on stores of its own: servers and this process work while others wait for them.</summary>
    public int Lanes { get; init; } = Environment.ProcessorCount;

    /// <summary>How many differences are made small and explained.</summary>
    public int Explained { get; init; } = 3;
}

/// <summary>Draws definitions, compares every way to compute them, and makes what differs small.</summary>
public sealed class FuzzRun(FuzzOptions options, Action<string> say)
{
    // Servers keep what they know of every table there is at hand.
    private const int BatchesPerStore = 8;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private int batches;
    private int drawn;

    public FuzzTotals Totals { get; } = new();

    public Task RunAsync(CancellationToken cancellationToken = default) =>
        Task.WhenAll(Enumerable.Range(0, options.Lanes).Select(_ => Task.Run(() => RunLaneAsync(cancellationToken), cancellationToken)));

    /// <summary>Draws the definitions and compares nothing: what a run of as many would cover.</summary>
    public void DrawOnly()
    {
        while (Next() is not null)
        {
        }
    }

    private async Task RunLaneAsync(CancellationToken cancellationToken)
    {
        for (var next = Next(); next is not null;)
        {
            await using var arenas = await Arenas.OpenAsync(options.Engines);
            for (var i = 0; i < BatchesPerStore && next is not null; i++, next = Next())
            {
                cancellationToken.ThrowIfCancellationRequested();
                await RunAsync(next, arenas, cancellationToken);
                Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"batch {next.Name}: {Totals.Definitions} definitions, {Totals.Comparisons} comparisons, {Totals.Differences} differences, {clock.Elapsed:mm\\:ss}"));
            }
        }
    }

    /// <summary>The next batch, in one order whoever asks: what is drawn depends on what was drawn before. Null at the end of the run.</summary>
    private Batch? Next()
    {
        lock (gate)
        {
            while (drawn < options.Definitions && clock.Elapsed < options.Time)
            {
                var size = Math.Min(options.BatchSize, options.Definitions - drawn);
                var batch = Totals.Measure("draw", () => Batch.Draw(options.Seed, batches, size, Totals.Coverage));
                if (batches++ >= options.Skip)
                {
                    drawn += size;
                    return batch;
                }
            }

            return null;
        }
    }

    private void Say(string text)
    {
        lock (gate)
        {
            say(text);
        }
    }

    private async Task RunAsync(Batch batch, Arenas arenas, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var definitions = Compile(ref batch);
        Spend("compile", started);
        var history = batch.History(definitions);
        started = Stopwatch.GetTimestamp();
        var filled = await arenas.FillAsync(history);
        Spend("ingest", started);
        var scope = new ReferenceScope(new SourceRows([history]), batch.Clock);
        foreach (var (turn, view) in batch.Views.Index())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await RunAsync(batch, view, turn, definitions, filled, scope);
        }
    }

    private async Task RunAsync(Batch batch, FuzzView view, int turn, CompiledDefinitions definitions, IReadOnlyList<Arena> filled, ReferenceScope scope)
    {
        var report = new ParityReport();
        // What costs a query of its own and hardly depends on the definition is done for some.
        var check = Batch.Case(definitions, view, options.Depth with { Hindsight = turn % 4 == 0, Served = turn % 4 == 1, Snapshots = turn % 4 > 1 });
        var started = Stopwatch.GetTimestamp();
        try
        {
            await check.CheckAsync(filled, [scope], report, new Random(options.Seed));
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            report.Differs(view.Name, "harness", "exception", null, null, "values", failure.ToString(), scope.Rows.Histories);
        }

        Spend("compare", started);
        lock (gate)
        {
            Totals.Add(view, report);
        }

        if (report.Differences.Count > 0)
        {
            Say($"{view.Name}: {report.Differences.Count} differences, the first: {report.Differences[0]}");
            if (Totals.Explanations.Count < options.Explained)
            {
                var explanation = await new Shrinking.CaseShrinker(batch, view, options).ExplainAsync(report.Differences[0]);
                lock (gate)
                {
                    Totals.Explanations.Add(explanation);
                }

                Say(explanation);
            }
        }
    }

    private void Spend(string what, long started)
    {
        lock (gate)
        {
            Totals.Spend(what, started);
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

            var refused = $"{string.Join('\n', refusal.Diagnostics.Take(4))}\n{ViewText.Of(views[0])}";
            lock (gate)
            {
                Totals.Refused.Add(refused);
            }

            Say("refused: " + refused);
            return [];
        }
    }
}
