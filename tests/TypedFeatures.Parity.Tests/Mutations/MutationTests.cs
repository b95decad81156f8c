using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The harness sees faults: each is planted alone, and each must be reported.</summary>
public sealed class MutationTests(FilledEngines filled) : IClassFixture<FilledEngines>
{
    public static TheoryData<string> Names() => [.. Mutations.All.Select(m => m.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task PlantedFault_IsReported(string name)
    {
        var mutation = Mutations.All.Single(m => m.ToString() == name);
        mutation.Happened = false;

        // The first portion that shows it is enough.
        var isReported = false;
        for (var portion = 0; portion < FilledEngines.Histories.Count && !isReported; portion++)
        {
            isReported = (await ReportAsync(mutation, portion)).Differences.Count > 0;
        }

        mutation.Happened.ShouldBeTrue("The fault was not planted: the text or the row it changes is not there.");
        isReported.ShouldBeTrue();
    }

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

    private async Task<ParityReport> ReportAsync(Mutation mutation, int portion)
    {
        // A fault in rows is one of ingestion, which then happens anew.
        var isFilled = mutation.Rows is null;
        var check = new ParityCheck([isFilled ? await filled.OfAsync(mutation.Engine, portion) : mutation.Engine])
        {
            Decorate = engine => new FaultyEngine(engine, mutation), IsFilled = isFilled,
        };
        return await check.RunAsync([mutation.View], FilledEngines.Histories[portion]);
    }
}
