using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Reports;

/// <summary>Changes as lines: a verdict, then what changed, whom it affects and what to do.</summary>
internal static class ChangeReport
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<ContractChange> changes)
    {
        foreach (var change in changes.OrderByDescending(c => c.Verdict))
        {
            await output.WriteLineAsync($"{Word(change.Verdict)}: {change}").ConfigureAwait(false);
        }
    }

    /// <summary>What people call a verdict.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Compatible => "compatible",
        Verdict.NeedsPiiRemoval => "needs a reason",
        Verdict.NewVersion => "needs a new version",
        _ => "breaking",
    };
}
