namespace TypedFeatures.Tests.Store;

public sealed class SplitTests
{
    private static readonly DateTime T = StoreFixture.T;
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    [Fact]
    public async Task ByTime_TrainEndsBeforeTheGap_TestBeginsAtTheCutoff_AndTheGapIsInNeither()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var gap = TimeSpan.FromDays(60);
        ClicksSpine[] spine =
        [
            new(1, T), new(2, T - gap - Microsecond), new(3, T - gap), new(4, T - Microsecond), new(5, T + gap), new(6, T.AddYears(-9)),
        ];

        var (train, test) = fixture.Store.Training(ClicksView.View, spine).SplitByTime(T, gap);

        (await UsersAsync(train)).ShouldBe([2, 6]);
        (await UsersAsync(test)).ShouldBe([1, 5]);
        train.Report.ShouldBe(new TrainingReport(Rows: 2, Censored: 0, OtherSide: 2, InGap: 2, Watermark: null, IsComplete: true));
        test.Report.ShouldBe(new TrainingReport(Rows: 2, Censored: 0, OtherSide: 2, InGap: 2, Watermark: null, IsComplete: true));
    }

    [Fact]
    public async Task ByTime_WithoutAGap_EveryRowIsOnOneSide()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var (train, test) = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T), new ClicksSpine(2, T - Microsecond)]).SplitByTime(T);

        (await UsersAsync(train)).ShouldBe([2]);
        (await UsersAsync(test)).ShouldBe([1]);
    }

    [Fact]
    public async Task ASide_AsksTheEngineForItsOwnRowsOnly_AndForNothingBeforeItIsRead()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.TrainingBatchRows = 2);
        var spine = Enumerable.Range(0, 10).Select(i => new ClicksSpine(i, T.AddDays(i - 5))).ToList();

        var (train, test) = fixture.Store.Training(ClicksView.View, spine).SplitByTime(T);
        fixture.Engine.Queries.ShouldBeEmpty();
        await UsersAsync(train);

        fixture.Engine.Spines.Select(s => s.Count).ShouldBe([2, 2, 1]);
        fixture.Engine.Spines.SelectMany(s => s).Select(row => (long)row[0]!).ShouldBe([0, 1, 2, 3, 4]);
        test.Report.ShouldBeNull();
    }

    [Fact]
    public async Task ByEntity_AllRowsOfAnEntityAreOnOneSide_WhateverTheOrderOrTheSpine()
    {
        await using var fixture = await StoreFixture.OpenAsync(o => o.TrainingBatchRows = 100);
        var spine = Enumerable.Range(0, 3_000).Select(i => new ClicksSpine(i % 1_000, T.AddMinutes(i))).ToList();

        var (train, test) = fixture.Store.Training(ClicksView.View, spine).SplitByEntity(0.3, seed: 11);
        var trainUsers = await UsersAsync(train);
        var testUsers = await UsersAsync(test);

        (trainUsers.Count + testUsers.Count).ShouldBe(3_000);
        trainUsers.Intersect(testUsers).ShouldBeEmpty();
        trainUsers.CountBy(u => u).ShouldAllBe(u => u.Value == 3);
        testUsers.Distinct().Count().ShouldBeInRange(250, 350);
        train.Report!.OtherSide.ShouldBe(testUsers.Count);
        var again = fixture.Store.Training(ClicksView.View, Enumerable.Reverse(spine).Take(500)).SplitByEntity(0.3, seed: 11);
        (await UsersAsync(again.Test)).ShouldAllBe(u => testUsers.Contains(u));
    }

    [Fact]
    public async Task ByEntity_IsTheSameForEver()
    {
        // The hash of the key 42 is that of its eight bytes, little-endian; the side follows from it.
        await using var fixture = await StoreFixture.OpenAsync();
        var place = (XxHash64.Of([42, 0, 0, 0, 0, 0, 0, 0], 7) >> 11) * (1.0 / (1UL << 53));
        place.ShouldBeInRange(0.001, 0.999);

        (await UsersAsync(fixture.Store.Training(ClicksView.View, [new ClicksSpine(42, T)]).SplitByEntity(place + 0.0005, 7).Test)).ShouldBe([42]);
        (await UsersAsync(fixture.Store.Training(ClicksView.View, [new ClicksSpine(42, T)]).SplitByEntity(place - 0.0005, 7).Train)).ShouldBe([42]);
    }

    [Fact]
    public async Task ByEntity_AnotherSeed_SplitsInAnotherWay()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var spine = Enumerable.Range(0, 200).Select(i => new ClicksSpine(i, T)).ToList();
        var set = fixture.Store.Training(ClicksView.View, spine);

        (await UsersAsync(set.SplitByEntity(0.5, 1).Test)).ShouldNotBe(await UsersAsync(set.SplitByEntity(0.5, 2).Test));
        (await UsersAsync(set.SplitByEntity(0.2, 1).Test)).ShouldBeSubsetOf(await UsersAsync(set.SplitByEntity(0.5, 1).Test));
    }

    [Fact]
    public async Task Splits_Combine()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var spine = Enumerable.Range(0, 400).Select(i => new ClicksSpine(i % 50, T.AddHours(i - 200))).ToList();
        var (train, test) = fixture.Store.Training(ClicksView.View, spine).SplitByTime(T);

        var unseen = await UsersAsync(test.SplitByEntity(0.5).Test);
        var learnt = await UsersAsync(train.SplitByEntity(0.5).Train);

        unseen.ShouldNotBeEmpty();
        learnt.ShouldNotBeEmpty();
        unseen.Intersect(learnt).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public async Task ByEntity_FractionThatLeavesASideEmpty_IsRefused(double fraction)
    {
        await using var fixture = await StoreFixture.OpenAsync();
        Should.Throw<ArgumentOutOfRangeException>(() => fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]).SplitByEntity(fraction));
    }

    [Fact]
    public async Task ByTime_LocalCutoffOrOddGap_IsRefused()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var set = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T)]);

        Should.Throw<ArgumentException>(() => set.SplitByTime(DateTime.SpecifyKind(T, DateTimeKind.Local)));
        Should.Throw<ArgumentOutOfRangeException>(() => set.SplitByTime(T, -Microsecond));
        Should.Throw<ArgumentOutOfRangeException>(() => set.SplitByTime(T, TimeSpan.FromTicks(5)));
    }

    [Fact]
    public async Task Report_IsOfTheLatestRun_AndOfTheSetItself()
    {
        await using var fixture = await StoreFixture.OpenAsync();
        var set = fixture.Store.Training(ClicksView.View, [new ClicksSpine(1, T), new ClicksSpine(2, T)]);
        var derived = set.WithColumn("id", s => s.UserId);
        await foreach (var _ in set)
        {
            break;
        }

        set.Report.ShouldBe(new TrainingReport(1, 0, 0, 0, null, IsComplete: false));
        derived.Report.ShouldBeNull();
        await UsersAsync(set);
        set.Report.ShouldBe(new TrainingReport(2, 0, 0, 0, null, IsComplete: true));
    }

    private static async Task<List<long>> UsersAsync(TrainingSet<ClicksSpine, Clicks> set) => await set.Select(row => row.Spine.UserId).ToListAsync();
}
