using System.Globalization;
using TypedFeatures.Fuzzing.Run;
using Xunit.Abstractions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>The parity law over random definitions. <c>FUZZ_DEFINITIONS</c> asks for more or fewer of them, <c>FUZZ_SEED</c> for others.</summary>
public sealed class FixedSeedTests(ITestOutputHelper output)
{
    private const int Fewest = 300;

    [Fact]
    public async Task Reference_Engines_AndOnline_Agree_OnEveryDefinition()
    {
        var run = new FuzzRun(
            new FuzzOptions { Seed = Number("FUZZ_SEED") ?? new FuzzOptions().Seed, Definitions = Number("FUZZ_DEFINITIONS") ?? Fewest },
            output.WriteLine);

        await run.RunAsync();

        output.WriteLine(run.Totals.Report());
        run.Totals.Refused.ShouldBeEmpty();
        run.Totals.Explanations.ShouldBeEmpty();
        run.Totals.Differences.ShouldBe(0);
        run.Totals.Failures.ShouldBeGreaterThan(0);
        (run.Totals.NotNull / (double)run.Totals.Comparisons).ShouldBeGreaterThan(0.8);
        if (run.Totals.Definitions >= Fewest)
        {
            run.Totals.Coverage.Unused.ShouldBeEmpty();
        }
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;
}
