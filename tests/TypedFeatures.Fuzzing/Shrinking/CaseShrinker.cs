using System.Globalization;
using System.Text;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Fuzzing.Rows;
using TypedFeatures.Fuzzing.Run;
using TypedFeatures.Offline;
using TypedFeatures.Parity;
using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Shrinking;

/// <summary>Makes a definition that shows a difference as small as it gets, then its rows, and says both as a test to paste.</summary>
public sealed class CaseShrinker(Batch batch, FuzzView view, FuzzOptions options)
{
    private const int MostSteps = 400;

    private readonly DefinitionShrinker definitions = new(batch.Sources);
    private IReadOnlyList<EngineKind> engines = options.Engines;
    private string? failing;
    private (string Text, CompiledDefinitions Definitions)? last;
    private int steps;

    /// <summary>What a mutation puts around every engine.</summary>
    public Func<IOfflineEngine, IOfflineEngine> Decorate { get; init; } = engine => engine;

    /// <summary>How many definitions and sets of rows were tried.</summary>
    public int Steps => steps;

    /// <summary>The smallest definition and rows that were found, and the differences they show.</summary>
    public async Task<(FuzzView View, Batch Batch, IReadOnlyList<Difference> Differences)> ShrinkAsync(Difference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        if (options.Engines.FirstOrDefault(e => difference.Path.StartsWith(e.Name + " ", StringComparison.Ordinal)) is { } engine)
        {
            engines = [engine];
        }

        failing = ExceptionOf(difference);
        var small = view;
        var rows = batch.At(difference.AsOf, difference.KnownBy);
        if ((await DifferencesAsync(small, rows)).Count == 0)
        {
            return (small, rows, [difference]);
        }

        rows = await ShrinkRowsAsync(small, rows, coarse: true);
        small = await ShrinkViewAsync(small, rows);
        rows = await ShrinkRowsAsync(small, rows, coarse: false);
        small = await ShrinkViewAsync(small, rows);
        return (small, rows, await DifferencesAsync(small, rows));
    }

    /// <summary>The same as text.</summary>
    public async Task<string> ExplainAsync(Difference difference)
    {
        var (small, rows, differences) = await ShrinkAsync(difference);
        return new CaseText(rows, small, differences, options.Seed).ToString();
    }

    private async Task<FuzzView> ShrinkViewAsync(FuzzView small, Batch rows)
    {
        for (var again = true; again && steps < MostSteps;)
        {
            again = false;
            foreach (var smaller in definitions.Smaller(small))
            {
                if (++steps < MostSteps && (await DifferencesAsync(smaller, rows)).Count > 0)
                {
                    small = smaller;
                    again = true;
                    break;
                }
            }
        }

        return small;
    }

    private async Task<Batch> ShrinkRowsAsync(FuzzView small, Batch rows, bool coarse)
    {
        var relevant = rows.Rows.Where(r => r.Source.Row == small.Events.Row || small.Joins.Any(j => j.Dimension.Row == r.Source.Row)).ToList();
        if (rows.With(relevant) is var fewer && (await DifferencesAsync(small, fewer)).Count > 0)
        {
            rows = fewer;
        }

        for (var size = Math.Max(1, rows.Rows.Count / 2); size >= (coarse ? 8 : 1); size /= 2)
        {
            for (var start = 0; start < rows.Rows.Count && steps < MostSteps;)
            {
                steps++;
                var without = rows.With([.. rows.Rows.Take(start), .. rows.Rows.Skip(start + size)]);
                if ((await DifferencesAsync(small, without)).Count > 0)
                {
                    rows = without;
                }
                else
                {
                    start += size;
                }
            }
        }

        return rows;
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(FuzzView candidate, Batch rows)
    {
        try
        {
            var compiled = Compile(rows.Text([candidate], companions: true));
            var history = rows.History(compiled);
            var check = new ParityCheck(engines) { Decorate = Decorate };
            return [.. (await DifferencesAsync(check, compiled, candidate, history)).Where(d => ExceptionOf(d) == failing)];
        }
        catch (DefinitionException)
        {
            // A smaller definition may be refused where the larger was not: a guard is gone.
            return [];
        }
    }

    /// <summary>Compiles text, once as long as only the rows get fewer.</summary>
    private CompiledDefinitions Compile(string text)
    {
        if (last?.Text != text)
        {
            last = (text, CompiledDefinitions.CompileQuickly(text));
        }

        return last.Value.Definitions;
    }

    private async Task<IReadOnlyList<Difference>> DifferencesAsync(ParityCheck check, CompiledDefinitions compiled, FuzzView candidate, History history)
    {
        try
        {
            return (await check.RunAsync([Batch.Case(compiled, candidate, options.Depth with { Watermarks = 3 })], [history], options.Seed)).Differences;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [new Difference(candidate.Name, "harness", "exception", null, null, null, "values", failure.ToString(), [history])];
        }
    }

    /// <summary>The type of the exception in place of values; null of another difference. What is made smaller must go on showing the same.</summary>
    private static string? ExceptionOf(Difference difference) =>
        difference.What == "exception" ? difference.Actual.Split(':')[0] : null;
}
