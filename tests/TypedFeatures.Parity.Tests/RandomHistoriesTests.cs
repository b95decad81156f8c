using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// The parity law over random histories: 200 unless <c>PARITY_HISTORIES</c> asks for more or fewer (before a release 1,000), <c>PARITY_SEED</c> for others,
/// <c>PARITY_GROUP</c> for one group alone, <c>PARITY_VIEW</c> for the views whose name begins so.
/// </summary>
public sealed class RandomHistoriesTests(ITestOutputHelper output)
{
    private const int GroupSize = 50;

    // ClickHouse takes 50 to 100 ms of a processor to understand and plan a query of these views, whatever the rows: more than the others together.
    private const int GroupsPerClickHouse = 4;

    private readonly ParityCheck check = new(Engines.All);
    private readonly ParityCheck quick = new([.. Engines.All.Where(e => e != Engines.ClickHouse)]);

    [Fact]
    public async Task Reference_Engines_AndOnline_Agree_OnEveryHistory()
    {
        var histories = Number("PARITY_HISTORIES") ?? 200;
        var seed = Number("PARITY_SEED") ?? 20_261_120;
        var groups = Number("PARITY_GROUP") is { } only ? [only] : Enumerable.Range(0, (histories + GroupSize - 1) / GroupSize);
        var wanted = Environment.GetEnvironmentVariable("PARITY_VIEW") ?? "";
        var views = ViewCases.All.Where(v => v.Name.StartsWith(wanted, StringComparison.Ordinal)).ToList();
        var clock = Stopwatch.StartNew();
        var reports = new ConcurrentDictionary<int, ParityReport>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
        await Parallel.ForEachAsync(groups, options, async (group, _) =>
        {
            // One group with differences is enough to look at.
            if (reports.Values.All(r => r.Differences.Count == 0))
            {
                reports[group] = await (group % GroupsPerClickHouse == 0 ? check : quick).RunAsync(views, HistoryGenerator.Group(seed, group, GroupSize), seed);
            }
        });

        foreach (var (group, report) in reports.OrderBy(r => r.Key))
        {
            output.WriteLine($"group {group}: {report.Values} values, {report.Found} found entities, {report.Failures} failures, {report.Differences.Count} differences");
        }

        if (reports.Values.FirstOrDefault(r => r.Differences.Count > 0) is { } differing)
        {
            Assert.Fail(await ExplainAsync(differing));
        }

        output.WriteLine(
            $"parity: 0 differences in {reports.Values.Sum(r => r.Values)} values of {reports.Count * GroupSize} histories, "
            + $"{clock.Elapsed:mm\\:ss}, processor time of the process {Environment.CpuUsage.TotalTime:mm\\:ss}");
        reports.Values.Sum(r => r.Found).ShouldBeGreaterThan(0);
        (wanted != "" || reports.Values.Sum(r => r.Failures) > 0).ShouldBeTrue("No failure was compared.");
    }

    private async Task<string> ExplainAsync(ParityReport report)
    {
        var kinds = report.Differences.GroupBy(d => (d.View, d.Path, d.What)).OrderBy(k => k.Key)
            .Select(k => $"{k.Key.View} · {k.Key.Path} · {k.Key.What}: {k.Count()}");
        var explained = new List<string>();
        foreach (var first in report.Differences.DistinctBy(d => d.View).Take(4))
        {
            explained.Add(await check.ExplainAsync(ViewCases.All.First(v => v.Name == first.View), first));
        }

        return $"{report.Differences.Count} differences:\n{string.Join('\n', kinds)}\n\n{string.Join("\n\n", explained)}";
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
