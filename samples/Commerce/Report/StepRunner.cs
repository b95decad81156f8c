using System.Diagnostics;

namespace Commerce.Report;

/// <summary>Runs steps, each with a progress bar of its own and a line in the summary.</summary>
/// <param name="summary">Takes the lines.</param>
/// <param name="addBar">Adds a bar of a title; what is reported to it lies between 0 and 1.</param>
internal sealed class StepRunner(Summary summary, Func<string, IProgress<double>> addBar)
{
    /// <summary>Runs a step.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="work">What it does.</param>
    /// <param name="describe">What came of it, for the summary.</param>
    public async Task<T> RunAsync<T>(string title, Func<IProgress<double>, Task<T>> work, Func<T, string> describe)
    {
        var bar = addBar(title);
        var start = Stopwatch.GetTimestamp();
        var result = await work(bar);
        bar.Report(1);
        summary.Add(title, describe(result), Stopwatch.GetElapsedTime(start));
        return result;
    }
}
