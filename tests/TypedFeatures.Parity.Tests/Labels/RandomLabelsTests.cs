using System.Globalization;
using Shouldly;
using TypedFeatures.Reference;
using Xunit;
using Xunit.Abstractions;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// Labels over random histories: the generated reference against every engine's SQL, row by row, and as many rows censored. <c>PARITY_HISTORIES</c> and
/// <c>PARITY_SEED</c> ask for more and for others.
/// </summary>
public sealed class RandomLabelsTests(ITestOutputHelper output)
{
    private const int GroupSize = 25;

    // ClickHouse takes an ingestion for some fifteen statements, each of which costs it more than these few rows do.
    private const int GroupsPerClickHouse = 4;

    [Fact]
    public async Task Reference_AndEngines_AgreeOnLabels_AndOnWhatIsCensored()
    {
        var seed = Number("PARITY_SEED") ?? 20_261_121;
        var groups = Math.Max(2, (Number("PARITY_HISTORIES") ?? 300) / GroupSize);
        var tally = new LabelTally();
        for (var group = 0; group < groups; group++)
        {
            var histories = HistoryGenerator.Group(seed, group, GroupSize);
            var engines = Engines.All.Where(e => e != Engines.ClickHouse || group % GroupsPerClickHouse == 0).ToList();
            await new LabelCheck(histories, new Random(seed + group), tally).RunAsync(engines, engine => engine);
        }

        output.WriteLine(tally.ToString());
        tally.Differences.ShouldBeEmpty();
        tally.Labels.ShouldBeGreaterThan(100 * groups);
        tally.Censored.ShouldBeGreaterThan(tally.Labels / 20, "few rows are censored");
        tally.NotEmpty.ShouldBeGreaterThan(tally.Labels / 20, "most labels are the empty value");
        tally.ChangedByVersions.ShouldBeGreaterThan(0, "no label depends on the newest version");
    }

    public static TheoryData<string> Faults() => [.. LabelMutations.All.Select(m => m.ToString())];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task PlantedFault_IsReported(string name)
    {
        var mutation = LabelMutations.All.Single(m => m.ToString() == name);
        mutation.Happened = false;
        var tally = new LabelTally();
        for (var group = 0; group < 16 && tally.Differences.Count == 0; group++)
        {
            await new LabelCheck(HistoryGenerator.Group(seed: 7, group, count: 40), new Random(group), tally)
                .RunAsync([mutation.Engine], engine => new FaultyEngine(engine, mutation));
        }

        mutation.Happened.ShouldBeTrue("The fault was not planted: the text it changes is not there.");
        tally.Differences.ShouldNotBeEmpty();
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
