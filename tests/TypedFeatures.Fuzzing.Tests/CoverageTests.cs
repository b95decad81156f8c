using TypedFeatures.Fuzzing.Run;
using Xunit.Abstractions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What a free run of twenty minutes is asked for: two thousand definitions, and every pair of constructs in some of them.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(5)]
    [InlineData(20_261_126)]
    public void TwoThousandDefinitions_HaveEveryPair(int seed)
    {
        var run = new FuzzRun(new FuzzOptions { Seed = seed, Definitions = 2000, Engines = [] }, output.WriteLine);

        run.DrawOnly();

        output.WriteLine(run.Totals.Coverage.Report());
        run.Totals.Coverage.Missing.ShouldBeEmpty();
        run.Totals.Coverage.Unused.ShouldBeEmpty();
        run.Totals.Coverage.IsComplete.ShouldBeTrue();
    }

    [Fact]
    public void FewDefinitions_SayWhatIsMissing()
    {
        var run = new FuzzRun(new FuzzOptions { Seed = 5, Definitions = 10, Engines = [] }, output.WriteLine);

        run.DrawOnly();

        run.Totals.Coverage.IsComplete.ShouldBeFalse();
        run.Totals.Coverage.Report().ShouldContain("  missing: ");
    }
}
