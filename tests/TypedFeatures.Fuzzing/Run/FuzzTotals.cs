using System.Diagnostics;
using System.Globalization;
using System.Text;
using TypedFeatures.Fuzzing.Model;
using TypedFeatures.Parity;

namespace TypedFeatures.Fuzzing.Run;

/// <summary>What a run has done so far.</summary>
public sealed class FuzzTotals
{
    private readonly Dictionary<string, TimeSpan> times = [];
    private readonly Dictionary<string, (long Total, long Null)> nulls = [];

    public Coverage Coverage { get; } = new();

    public int Definitions { get; private set; }

    /// <summary>Single values that were compared with the reference.</summary>
    public long Comparisons { get; private set; }

    /// <summary>Those among them whose value is not null.</summary>
    public long NotNull { get; private set; }

    /// <summary>Entities at instants at which the reference fails, and every way must.</summary>
    public long Failures { get; private set; }

    public long Found { get; private set; }

    public int Differences { get; private set; }

    /// <summary>Definitions that the compiler or an analyzer refused: faults of the grammar or of the product.</summary>
    public List<string> Refused { get; } = [];

    /// <summary>Differences made small, as tests to paste.</summary>
    public List<string> Explanations { get; } = [];

    public void Add(FuzzView view, ParityReport report)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(report);
        Definitions++;
        Comparisons += report.Values;
        NotNull += report.NotNull;
        Failures += report.Failures;
        Found += report.Found;
        Differences += report.Differences.Count;
        foreach (var feature in view.Features)
        {
            var (total, notNull) = report.Features.GetValueOrDefault((view.Name.ToLowerInvariant(), feature.Name));
            var (seen, wereNull) = nulls.GetValueOrDefault(feature.Value.Production.Construct);
            nulls[feature.Value.Production.Construct] = (seen + total, wereNull + total - notNull);
        }
    }

    public T Measure<T>(string what, Func<T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var started = Stopwatch.GetTimestamp();
        var result = work();
        Spend(what, started);
        return result;
    }

    public void Spend(string what, long started) => times[what] = times.GetValueOrDefault(what) + Stopwatch.GetElapsedTime(started);

    /// <summary>The report of a run.</summary>
    public string Report()
    {
        var text = new StringBuilder();
        var line = CultureInfo.InvariantCulture;
        text.Append(Coverage.Report());
        text.Append(line, $"values that are not null: {NotNull} of {Comparisons} ({100.0 * NotNull / Math.Max(1, Comparisons):0.0}%)\n");
        text.Append(line, $"entities found: {Found}; failures that every way agrees on: {Failures}; refused definitions: {Refused.Count}\n");
        text.Append("null most often: ").AppendJoin(", ", nulls.OrderByDescending(n => n.Value.Null).Take(12).Select(n => string.Create(line, $"{n.Key} {n.Value.Null} of {n.Value.Total}"))).Append('\n');
        text.Append(line, $"processor time: {Environment.CpuUsage.TotalTime.TotalSeconds:0} s\n");
        text.Append("time: ").AppendJoin(", ", times.Select(t => string.Create(line, $"{t.Key} {t.Value.TotalSeconds:0.0} s"))).Append('\n');
        return text.ToString();
    }
}
