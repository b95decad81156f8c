using System.Diagnostics;
using System.Globalization;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// The parity law over random histories. <c>PARITY_HISTORIES</c> asks for more or fewer of them, <c>PARITY_SEED</c> for others,
/// <c>PARITY_GROUP</c> for one group alone.
/// </summary>
public sealed class RandomHistoriesTests(ITestOutputHelper output)
{
    private const int GroupSize = 50;

    [Fact]
    public async Task Reference_Engines_AndOnline_Agree_OnEveryHistory()
    {
        var histories = Number("PARITY_HISTORIES") ?? 1_000;
        var seed = Number("PARITY_SEED") ?? 20_261_120;
        var only = Number("PARITY_GROUP");
        var check = new ParityCheck(Engines.All);
        var clock = Stopwatch.StartNew();
        var (values, found, failures) = (0L, 0L, 0L);
        for (var group = only ?? 0; group < (only + 1 ?? (histories + GroupSize - 1) / GroupSize); group++)
        {
            var report = await check.RunAsync(ViewCases.All, HistoryGenerator.Group(seed, group, GroupSize), seed);
            values += report.Values;
            found += report.Found;
            failures += report.Failures;
            output.WriteLine($"group {group}: {report.Values} values, {report.Failures} failures, {report.Differences.Count} differences, {clock.Elapsed}");
            if (report.Differences.Count > 0)
            {
                Assert.Fail(await ExplainAsync(check, report));
            }
        }

        output.WriteLine($"parity: 0 differences in {values} values of {histories} histories, {found} found entities, {failures} failures, {clock.Elapsed}");
        values.ShouldBeGreaterThan(0);
        found.ShouldBeGreaterThan(0);
        failures.ShouldBeGreaterThan(0);
    }

    private static async Task<string> ExplainAsync(ParityCheck check, ParityReport report)
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
