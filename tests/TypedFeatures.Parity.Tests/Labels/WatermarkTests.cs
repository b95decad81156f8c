using Shop;
using Shop.Cases;
using Shouldly;
using TypedFeatures.Sources;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>The recorded ingestion watermark, on every engine.</summary>
public sealed class WatermarkTests
{
    public static TheoryData<string> Names => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task GreatestIngestTime_IsRecordedWithTheRows_AndNeverGoesBack(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBeNull();

        await scratch.Store.IngestAsync([Buy("a", T + Days(99), ingested: T), Buy("b", T, ingested: T + Days(1))]);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T + Days(1));

        await scratch.Store.IngestAsync([Buy("c", T, ingested: T)]);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T + Days(1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task DuplicatesVersionsAndConflicts_AreSignsOfLife(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        var first = Buy("a", T);
        await scratch.Store.IngestAsync([first]);

        await scratch.Store.IngestAsync([first with { IngestedAt = T + Days(1) }]);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T + Days(1));
        await scratch.Store.IngestAsync([first with { IngestedAt = T + Days(2), Amount = 99 }]);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T + Days(2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task FailedIngestion_RecordsNothing(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        await scratch.Store.IngestAsync([Buy("a", T)]);

        await Should.ThrowAsync<IngestException>(() => scratch.Store.IngestAsync(
            [Buy("b", T, ingested: T + Days(9)), Buy("c", T, double.NaN)]));

        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task WhatIsTold_StandsBesideTheRows_UntilTheyAreLater(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        await scratch.Store.AdvanceWatermarkAsync<Purchase>(T.AddTicks(9));
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T, "instants are floored to the microsecond");

        await scratch.Store.AdvanceWatermarkAsync<Purchase>(T - Days(1));
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T);
        await scratch.Store.IngestAsync([Buy("a", T - Days(3), ingested: T - Days(2))]);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T);
        await scratch.Store.IngestAsync([Buy("b", T + Days(2))]);
        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T + Days(2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task SourceWithoutIngestTime_IsAsFarAsItWasTold_AlsoAfterMoreRows(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        await scratch.Store.IngestAsync([Scan(1, T)]);
        await scratch.Store.IngestAsync([Uk]);
        (await scratch.Store.GetWatermarkAsync<Parcel>()).ShouldBeNull();
        (await scratch.Store.GetWatermarkAsync<Merchant>()).ShouldBeNull();

        await scratch.Store.AdvanceWatermarkAsync<Parcel>(T + Days(1));
        await scratch.Store.AdvanceWatermarkAsync<Merchant>(T + Days(2));
        await scratch.Store.IngestAsync([Scan(2, T + Days(30))]);
        await scratch.Store.IngestAsync([Trade(T + Days(30))]);

        (await scratch.Store.GetWatermarkAsync<Parcel>()).ShouldBe(T + Days(1));
        (await scratch.Store.GetWatermarkAsync<Merchant>()).ShouldBe(T + Days(2));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Watermarks_SurviveReopening_AndAreASourcesOwn(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        await scratch.Store.IngestAsync([Buy("a", T)]);
        await scratch.Store.AdvanceWatermarkAsync<Parcel>(T + Days(1));

        await scratch.ReopenAsync(Engines.All.Single(e => e.Name == engine));

        (await scratch.Store.GetWatermarkAsync<Purchase>()).ShouldBe(T);
        (await scratch.Store.GetWatermarkAsync<Parcel>()).ShouldBe(T + Days(1));
        (await scratch.Store.GetWatermarkAsync<Merchant>()).ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task InstantThatIsLocal_IsRefused(string engine)
    {
        await using var scratch = await OpenAsync(engine);
        await Should.ThrowAsync<ArgumentException>(() => scratch.Store.AdvanceWatermarkAsync<Purchase>(DateTime.SpecifyKind(T, DateTimeKind.Local)));
    }

    private static Task<ScratchStore> OpenAsync(string engine) => ScratchStore.OpenAsync(Engines.All.Single(e => e.Name == engine));
}
