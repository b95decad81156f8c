using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The harness sees faults: each is planted alone, and each must be reported.</summary>
public sealed class MutationTests
{
    private static readonly Lazy<IReadOnlyList<History>> Histories = new(() => HistoryGenerator.Group(seed: 7, group: 0, count: 120));

    public static TheoryData<string> Names() => [.. Mutations.All.Select(m => m.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PlantedFault_IsReported(string name)
    {
        var mutation = Mutations.All.Single(m => m.ToString() == name);
        mutation.Happened = false;
        var check = new ParityCheck([mutation.Engine]) { Decorate = engine => new FaultyEngine(engine, mutation) };

        var report = await check.RunAsync([mutation.View], Histories.Value);

        mutation.Happened.ShouldBeTrue("The fault was not planted: the text or the row it changes is not there.");
        report.Differences.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task WithoutAFault_NothingIsReported()
    {
        var untouched = new Mutation("no fault", Engines.Sqlite, ViewCases.CustomerOrders);
        var check = new ParityCheck([Engines.Sqlite]) { Decorate = engine => new FaultyEngine(engine, untouched) };

        (await check.RunAsync(ViewCases.All, Histories.Value)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task FieldThatTheCodecForgets_IsReported()
    {
        // Column 4 of the feed is the first state column after key, event time, ingest time and event id.
        var forgetful = ViewCases.OutletCampaigns.With(
            new ForgetfulView<long, OutletCampaigns, OutletCampaigns.Spine>(OutletCampaigns.View, forgotten: 6));

        var report = await new ParityCheck([Engines.Sqlite]).RunAsync([forgetful], Histories.Value);

        report.Differences.ShouldNotBeEmpty();
        report.Differences.ShouldAllBe(d => d.Path.Contains("online") || d.Path.Contains("served"));
    }
}
