using TypedFeatures.Fuzzing.Faults;
using Xunit.Abstractions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>The fuzzer finds faults: each is planted alone, and some definition of a fixed budget must show it.</summary>
public sealed class PlantedFaultTests(PlantedFaultTests.Finder finder, ITestOutputHelper output) : IClassFixture<PlantedFaultTests.Finder>
{
    public static TheoryData<string> Names() => [.. PlantedFaults.All.Select(f => f.ToString())];

    [Fact]
    public void ThereAreManyFaults() => PlantedFaults.All.Count.ShouldBeGreaterThanOrEqualTo(25);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PlantedFault_IsFoundWithinTheBudget(string name)
    {
        var fault = PlantedFaults.All.Single(f => f.ToString() == name);

        var (definition, difference) = await finder.Faults.FindAsync(fault);

        definition.ShouldNotBeNull($"None of {FaultFinder.CommonBudget + FaultFinder.OwnBudget} definitions shows it.");
        output.WriteLine($"definition {definition}: {difference}");
    }

    public sealed class Finder : IAsyncLifetime
    {
        public FaultFinder Faults { get; } = FaultFinder.WithBudget(seed: 7);

        public Task InitializeAsync() => Task.CompletedTask;

        public async Task DisposeAsync() => await Faults.DisposeAsync();
    }
}
