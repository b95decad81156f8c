using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The harness says nothing where nothing is wrong, and sees what a codec forgets.</summary>
public sealed class HarnessTests(FilledEngines filled) : IClassFixture<FilledEngines>
{
    [Fact]
    public async Task WithoutAFault_NothingIsReported()
    {
        for (var portion = 0; portion < FilledEngines.Histories.Count; portion++)
        {
            var untouched = new Mutation("no fault", Engines.Sqlite, ViewCases.CustomerOrders);
            var check = new ParityCheck([await filled.OfAsync(Engines.Sqlite, portion)])
            {
                Decorate = engine => new FaultyEngine(engine, untouched), IsFilled = true,
            };

            (await check.RunAsync(ViewCases.All, FilledEngines.Histories[portion])).Differences.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task FieldThatTheCodecForgets_IsReported()
    {
        // Column 4 of the feed is the first state column after key, event time, ingest time and event id.
        var forgetful = ViewCases.OutletCampaigns.With(
            new ForgetfulView<long, OutletCampaigns, OutletCampaigns.Spine>(OutletCampaigns.View, forgotten: 6));

        var report = await new ParityCheck([Engines.Sqlite]).RunAsync([forgetful], [.. FilledEngines.Histories.SelectMany(h => h)]);

        report.Differences.ShouldNotBeEmpty();
        report.Differences.ShouldAllBe(d => d.Path.Contains("online") || d.Path.Contains("served"));
    }
}
