namespace TypedFeatures.Tests.Store;

public class OnlineFeaturesTests
{
    private static readonly DateTime T = StoreFixture.T;

    [Fact]
    public async Task NeverMaterialized_IsTheEmptyValue_NotFound_AtAnyInstant()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var online = fixture.Store.Online(ClicksView.View);
        (await online.GetWithStatusAsync(1)).ShouldBe(new(Clicks.None(1), FeatureStatus.NotFound));
        (await online.GetAsync(1, T.AddYears(-50))).ShouldBe(Clicks.None(1));
    }

    [Fact]
    public async Task OneCall_IsOneRoundTrip_WithTheHeaderInIt()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var online = fixture.Store.Online(ClicksView.View);
        await online.GetAsync(1);
        await online.GetManyAsync([1, 2, 1]);
        await online.GetManyAsync([]);
        fixture.Online.Reads.ShouldBe([2, 4]);
    }

    [Fact]
    public async Task RepeatedKeys_GetAValueEach_InOrder()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var values = await fixture.Store.Online(ClicksView.View).GetManyWithStatusAsync([1, 2, 1], T);
        values.Select(v => v.Status).ShouldBe([FeatureStatus.Found, FeatureStatus.NotFound, FeatureStatus.Found]);
        values.Select(v => v.Features.UserId).ShouldBe([1, 2, 1]);
        (await fixture.Store.Online(ClicksView.View).GetManyAsync(Lazily(), T)).Select(v => v.Count).ShouldBe([0, 1]);

        static IEnumerable<long> Lazily()
        {
            yield return 2;
            yield return 1;
        }
    }

    [Fact]
    public async Task WithoutAnInstant_ItIsNow()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var online = fixture.Store.Online(ClicksView.View);
        (await online.GetAsync(1)).Count.ShouldBe(1);
        (await online.GetManyAsync([1]))[0].Count.ShouldBe(1);
        fixture.Clock.Now = T.AddDays(7);
        (await online.GetWithStatusAsync(1)).ShouldBe(new(Clicks.None(1), FeatureStatus.NotFound));
        fixture.Clock.Now = T.AddTicks(-10);
        await Should.ThrowAsync<AsOfBeforeWatermarkException>(async () => await online.GetAsync(1));
    }

    [Fact]
    public async Task InstantBeforeTheWatermark_IsRefused_AlsoForEntitiesWithoutState()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-1), 3);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var online = fixture.Store.Online(ClicksView.View);
        foreach (var user in (long[])[1, 2])
        {
            var error = await Should.ThrowAsync<AsOfBeforeWatermarkException>(async () => await online.GetAsync(user, T.AddTicks(-1)));
            (error.AsOf, error.Watermark).ShouldBe((T.AddTicks(-10), T));
        }

        (await online.GetAsync(1, T)).Count.ShouldBe(1);
        (await online.GetAsync(2, T)).Count.ShouldBe(0);
    }

    [Fact]
    public async Task OnlineTtl_IncludesItsEnd_AndExpiresAMicrosecondLater()
    {
        // One day, shorter than the window of seven: it is the memory that ends, not the window.
        await using var fixture = await StoreFixture.OpenAsync();
        var view = ClicksView.With(d => d with { OnlineTtl = TimeSpan.FromDays(1) });
        fixture.Engine.Add(1, T, 3);
        await fixture.Store.MaterializeAsync(view, T);
        var online = fixture.Store.Online(view);
        (await online.GetWithStatusAsync(1, T.AddDays(1))).ShouldBe(new(new Clicks(1, 1, 3, null), FeatureStatus.Found));
        (await online.GetWithStatusAsync(1, T.AddDays(1).AddTicks(10))).ShouldBe(new(Clicks.None(1), FeatureStatus.Expired));
    }

    [Fact]
    public async Task StoreForgetsAfterTheReaderDoes()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var view = ClicksView.With(d => d with { OnlineTtl = TimeSpan.FromDays(1) });
        fixture.Engine.Add(1, T.AddHours(-12), 3);
        await fixture.Store.MaterializeAsync(view, T);
        var online = fixture.Store.Online(view);
        fixture.Clock.Now = T.AddHours(12);
        (await online.GetWithStatusAsync(1)).Status.ShouldBe(FeatureStatus.Found);
        fixture.Clock.Now = T.AddHours(12).AddTicks(10);
        (await online.GetWithStatusAsync(1)).Status.ShouldBe(FeatureStatus.Expired);
        fixture.Clock.Now = T.AddHours(12).AddMinutes(1);
        (await online.GetWithStatusAsync(1)).ShouldBe(new(Clicks.None(1), FeatureStatus.NotFound));
    }

    [Fact]
    public async Task StatesOfAnotherDefinition_AreNeverMisread()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var changed = ClicksView.With(d => d with { ContractHash = "00000000000000bb" });
        var error = await Should.ThrowAsync<ContractMismatchException>(async () => await fixture.Store.Online(changed).GetAsync(1, T));
        (error.Stored, error.Expected).ShouldBe(("00000000000000aa", "00000000000000bb"));
        error.Message.ShouldContain("Materialize the view again");
    }

    [Fact]
    public async Task MaterializingAgain_MendsAChangedContract_AtAnyInstant()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T.AddDays(-2), 3);
        fixture.Engine.Add(2, T, 4);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var changed = ClicksView.With(d => d with { ContractHash = "00000000000000bb" });
        await fixture.Store.MaterializeAsync(changed, T.AddDays(-1));

        // Of entity 2 the other definition's state is still there; it has no rows yet at this one's watermark.
        (await fixture.Store.Online(changed).GetManyWithStatusAsync([1, 2], T.AddDays(-1)))
            .ShouldBe([new(new Clicks(1, 1, 3, null), FeatureStatus.Found), new(Clicks.None(2), FeatureStatus.NotFound)]);
        await Should.ThrowAsync<ContractMismatchException>(async () => await fixture.Store.Online(ClicksView.View).GetAsync(1, T));
    }

    [Fact]
    public async Task PartialRunOfAChangedContract_MendsItsKeysOnly()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        fixture.Engine.Add(2, T, 4);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var changed = ClicksView.With(d => d with { ContractHash = "00000000000000bb" });
        await fixture.Store.MaterializeAsync(changed, T, keys: [1]);
        (await fixture.Store.Online(changed).GetAsync(1, T)).Count.ShouldBe(1);
        await Should.ThrowAsync<ContractMismatchException>(async () => await fixture.Store.Online(changed).GetAsync(2, T));
    }

    [Fact]
    public async Task VersionsOfAView_AreServedSideBySide()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        fixture.Engine.Add(1, T, 3);
        await fixture.Store.MaterializeAsync(ClicksView.View, T);
        var second = ClicksView.With(d => d with { Version = 2, ContractHash = "00000000000000bb" });
        await fixture.Store.MaterializeAsync(second, T);
        (await fixture.Store.Online(ClicksView.View).GetAsync(1, T)).Count.ShouldBe(1);
        (await fixture.Store.Online(second).GetAsync(1, T)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task UnknownFormat_IsAMismatch_AndDamage_IsSaid()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var online = fixture.Store.Online(ClicksView.View);
        await fixture.Online.SetManyAsync("default:clicks:1", [new(new byte[] { 2 }, new byte[] { 9, 9 }, null)]);
        (await Should.ThrowAsync<ContractMismatchException>(async () => await online.GetAsync(1))).Stored.ShouldBeNull();
        await fixture.Online.SetManyAsync("default:clicks:1", [new(new byte[] { 2 }, new byte[] { 1, 9 }, null)]);
        await Should.ThrowAsync<InvalidDataException>(async () => await online.GetAsync(1));
    }

    [Fact]
    public async Task LocalInstant_IsRefused()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        await Should.ThrowAsync<ArgumentException>(async () => await fixture.Store.Online(ClicksView.View).GetAsync(1, DateTime.SpecifyKind(T, DateTimeKind.Local)));
    }

    [Fact]
    public async Task ConcurrentReadsDuringMaterializations_SeeOneOrTheOther()
    {
        await using var store = await FeatureStore.OpenAsync(o =>
        {
            var engine = new ScriptedEngine();
            for (var user = 0; user < 200; user++)
            {
                engine.Add(user, T.AddDays(-1), 1);
            }

            o.UseOfflineEngine(_ => new(engine)).UseInMemoryOnline();
            o.MaterializationBatchEntities = 7;
        });
        await store.MaterializeAsync(ClicksView.View, T);
        var keys = Enumerable.Range(0, 200).Select(i => (long)i).ToArray();
        var writer = Task.Run(async () =>
        {
            for (var hour = 1; hour <= 20; hour++)
            {
                await store.MaterializeAsync(ClicksView.View, T.AddHours(hour));
            }
        });
        while (!writer.IsCompleted)
        {
            (await store.Online(ClicksView.View).GetManyAsync(keys, T.AddDays(1))).ShouldAllBe(c => c.Count == 1);
        }

        await writer;
    }
}
