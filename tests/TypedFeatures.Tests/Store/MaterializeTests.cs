namespace TypedFeatures.Tests.Store;

public class MaterializeTests
{
    private static readonly DateTime T = StoreFixture.T;

    [Fact]
    public async Task EveryFedEntity_IsWritten_AndReadsAsTheEngineSaysIt()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-1), 3, "a");
        fixture.Engine.Add(2, T.AddDays(-2), 4);
        fixture.Engine.Add(1, T.AddDays(-3), 5);

        var report = await fixture.Store.MaterializeAsync(ClicksView.View, T);

        (report.Entities, report.Rows, report.Watermark).ShouldBe((2, 3, T));
        (await fixture.Store.Online(ClicksView.View).GetManyAsync([1, 2, 3], T))
            .ShouldBe([new Clicks(1, 2, 8, "a"), new Clicks(2, 1, 4, null), Clicks.None(3)]);
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task ValuesSlideBetweenMaterializations()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        fixture.Engine.Add(1, T.AddDays(-6), 5);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var online = fixture.Store.Online(ClicksView.View);

        // The older click leaves exactly 7 days after it: the window's start is open.
        (await online.GetAsync(1, T.AddDays(1).AddTicks(-10))).Count.ShouldBe(2);
        (await online.GetAsync(1, T.AddDays(1))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Twice_IsAsOnce()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        var first = await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var before = await fixture.Store.Online(ClicksView.View).GetManyWithStatusAsync([1, 2], T);
        var second = await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var after = await fixture.Store.Online(ClicksView.View).GetManyWithStatusAsync([1, 2], T);
        after.ShouldBe(before);
        (second.Entities, second.Rows).ShouldBe((first.Entities, first.Rows));
    }

    [Fact]
    public async Task EntitiesAreWrittenInBatches_HeaderFirstAndLast()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.MaterializationBatchEntities = 2);
        for (var user = 1; user <= 5; user++)
        {
            fixture.Engine.Add(user, T.AddDays(-1), user);
        }

        var reports = new Reports<MaterializationProgress>();
        await fixture.Store.MaterializeAsync(ClicksView.View, T, progress: reports);

        fixture.Online.Writes.Select(w => w.Entries.Count).ShouldBe([1, 2, 2, 1, 1]);
        fixture.Online.Writes[0].Entries[0].Key.IsEmpty.ShouldBeTrue();
        fixture.Online.Writes[^1].Entries[0].Key.IsEmpty.ShouldBeTrue();
        fixture.Online.Writes.ShouldAllBe(w => w.Table == "default:clicks:1");
        reports.All.ShouldBe([new(2, 2), new(4, 4), new(5, 5)]);
        (await fixture.Store.Online(ClicksView.View).GetManyAsync([1, 2, 3, 4, 5], T)).Select(c => c.Spend).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task EntityThatIsFedNoMore_ReadsAsEmpty()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);

        // The row was a mistake and is gone; nothing of it may be served any more.
        fixture.Engine.History.Clear();
        await fixture.Store.MaterializeAsync(ClicksView.View, T.AddHours(1));

        var online = fixture.Store.Online(ClicksView.View);
        (await online.GetWithStatusAsync(1, T.AddHours(1))).ShouldBe(new(Clicks.None(1), FeatureStatus.NotFound));
        await Should.ThrowAsync<AsOfBeforeWatermarkException>(async () => await online.GetAsync(1, T));
    }

    [Fact]
    public async Task EarlierInstant_IsRefused_NamingBothAndTheRemedy()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var writes = fixture.Online.Writes.Count;

        var full = await Should.ThrowAsync<WatermarkRegressionException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T.AddTicks(-10)));
        await Should.ThrowAsync<WatermarkRegressionException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T.AddTicks(-10), keys: [1]));

        full.Message.ShouldContain("2026-03-10T12:00:00.0000000Z");
        full.Message.ShouldContain("2026-03-10T11:59:59.9999990Z");
        full.Message.ShouldContain("OnlineNamespace");
        fixture.Online.Writes.Count.ShouldBe(writes);
    }

    [Fact]
    public async Task FullRun_MayNotGoBehindAPartialOne()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await fixture.Store.MaterializeAsync(ClicksView.View, T, keys: [1]);
        await Should.ThrowAsync<WatermarkRegressionException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T.AddDays(-1)));
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
    }

    [Fact]
    public async Task PartialRun_BindsItsOwnKeysOnly()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(2, T.AddDays(-2), 4);
        await fixture.Store.MaterializeAsync(ClicksView.View, T, keys: [1]);
        await fixture.Store.MaterializeAsync(ClicksView.View, T.AddDays(-1), keys: [2]);
        await Should.ThrowAsync<WatermarkRegressionException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T.AddDays(-1), keys: [2, 1]));
        (await fixture.Store.Online(ClicksView.View).GetAsync(2, T.AddDays(-1))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task PartialRun_WritesTheRequestedKeys_TheEmptyOnesToo_EachOncePerBatch()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.MaterializationBatchEntities = 3);
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        fixture.Engine.Add(9, T.AddDays(-1), 9);

        var report = await fixture.Store.MaterializeAsync(ClicksView.View, T, keys: [1, 2, 1, 2, 4]);

        report.Entities.ShouldBe(4, "1 and 2, then 2 again and 4");
        fixture.Engine.Spines.Select(s => s.Select(r => r[0])).ShouldBe([[1L, 2L], [2L, 4L]]);
        (await fixture.Store.Online(ClicksView.View).GetManyAsync([1, 2, 4, 9], T))
            .ShouldBe([new Clicks(1, 1, 3, null), Clicks.None(2), Clicks.None(4), Clicks.None(9)]);
    }

    [Fact]
    public async Task PartialRun_RefreshesEntitiesOfAFullOne_AndLeavesTheOthers()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        fixture.Engine.Add(2, T.AddDays(-1), 4);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        fixture.Engine.Add(1, T.AddHours(1), 5);
        fixture.Engine.Add(2, T.AddHours(1), 6);
        await fixture.Store.MaterializeAsync(ClicksView.View, T.AddHours(1), keys: [1]);

        var online = fixture.Store.Online(ClicksView.View);
        (await online.GetAsync(1, T.AddHours(1))).Count.ShouldBe(2);
        (await online.GetAsync(2, T.AddHours(1))).Count.ShouldBe(1);
        (await online.GetAsync(2, T)).Count.ShouldBe(1);
        await Should.ThrowAsync<AsOfBeforeWatermarkException>(async () => await online.GetAsync(1, T));
    }

    [Fact]
    public async Task BrokenOffRun_ServesOnAndIsCompletedByTheNext()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.MaterializationBatchEntities = 1);
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        fixture.Engine.Add(2, T.AddDays(-1), 4);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        fixture.Engine.History.Clear();
        fixture.Engine.Add(1, T, 30);
        fixture.Engine.Add(3, T, 50);
        var before = fixture.Online.Writes.Count;
        fixture.Online.OnWrite = write => _ = write == before + 2 ? throw new TimeoutException("lost") : 0;

        await Should.ThrowAsync<TimeoutException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T.AddHours(1)));
        fixture.Online.OnWrite = _ => { };
        var online = fixture.Store.Online(ClicksView.View);
        (await online.GetManyAsync([1, 2, 3], T.AddHours(1))).Select(c => c.Spend).ShouldBe([30, 4, 0]);
        await Should.ThrowAsync<WatermarkRegressionException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T));

        // What the broken-off run wrote and the next one does not feed is stale too.
        fixture.Engine.History.RemoveAll(c => c.UserId == 1);
        await fixture.Store.MaterializeAsync(ClicksView.View, T.AddHours(1));
        (await online.GetManyAsync([1, 2, 3], T.AddHours(1))).Select(c => c.Spend).ShouldBe([0, 0, 50]);
    }

    [Fact]
    public async Task FailureOfTheFeed_ComesThrough_AfterTheWriteUnderWay()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.MaterializationBatchEntities = 1);
        fixture.Engine.Add(1, T, 3);
        fixture.Engine.Add(2, T, 4);
        fixture.Engine.Add(3, T, 4);
        fixture.Engine.OnRead = row => _ = row == 2 ? throw new TimeoutException("feed") : 0;
        await Should.ThrowAsync<TimeoutException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T));
        fixture.Engine.OpenCursors.ShouldBe(0);
        fixture.Online.Writes.Count.ShouldBe(2, "the header and the first entity");
    }

    [Fact]
    public async Task Cancellation_Stops()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        fixture.Engine.Add(1, T, 3);
        using var source = new CancellationTokenSource();
        fixture.Engine.OnRead = row =>
        {
            if (row == 1)
            {
                source.Cancel();
            }
        };
        await Should.ThrowAsync<OperationCanceledException>(() => fixture.Store.MaterializeAsync(ClicksView.View, T, source.Token));
        fixture.Engine.OpenCursors.ShouldBe(0);
    }

    [Fact]
    public async Task TimeToLive_IsWhatIsLeftOfOnlineTtl_AndAMinuteForTheClocks()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var view = ClicksView.With(d => d with { OnlineTtl = TimeSpan.FromDays(7) });
        fixture.Engine.Add(1, T.AddDays(-3), 1);
        fixture.Engine.Add(1, T.AddDays(-2), 1);
        fixture.Engine.Add(2, T.AddDays(-7.5), 1);
        await fixture.Store.MaterializeAsync(view, T, keys: [1, 2, 3]);
        fixture.Online.Writes[0].Entries.Single().TimeToLive.ShouldBeNull("the header stays");
        fixture.Online.Writes[1].Entries.Select(e => e.TimeToLive!.Value - TimeSpan.FromMinutes(1))
            .ShouldBe([TimeSpan.FromDays(5), TimeSpan.Zero, TimeSpan.FromDays(7)]);
    }

    [Fact]
    public async Task TimeToLive_AsLongAsCanBe_Fits()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-3), 1);
        var view = ClicksView.With(d => d with { OnlineTtl = TimeSpan.MaxValue });
        await fixture.Store.MaterializeAsync(view, T);
        (await fixture.Store.Online(view).GetWithStatusAsync(1, T)).Status.ShouldBe(FeatureStatus.Found);
    }

    [Fact]
    public async Task WithoutOnlineTtl_NothingIsForgotten()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-3), 1);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        fixture.Online.Writes.SelectMany(w => w.Entries).ShouldAllBe(e => e.TimeToLive == null);
    }

    [Fact]
    public async Task Namespaces_AreApart()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.OnlineNamespace = "blue");
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        fixture.Online.Writes.ShouldAllBe(w => w.Table == "blue:clicks:1");
    }
}
