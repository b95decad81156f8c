using Shop;
using Shop.Cases;
using Shouldly;
using Xunit;
using static Shop.Cases.HandRows;
using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Training sets with labels: pairing, entities, files, splits.</summary>
public sealed class LabeledSetTests
{
    private static readonly Purchase[] Rows =
    [
        Buy("a", T - Days(1)), Buy("b", T + Days(1)), Buy("b", T + Days(1), ingested: T + Days(40)) with { ChargedBack = true },
        Buy("c", T + Days(2), amount: 30) with { UserId = 2 }, Buy("z", T, ingested: T + Days(70)) with { UserId = 9 },
    ];

    [Fact]
    public async Task Rows_ComeInSpineOrder_WithFeaturesLabelAndTheCallersRow_BatchByBatch()
    {
        await using var scratch = await OpenAsync(o => o.TrainingBatchRows = 2);
        (long Id, DateTime At, string Tag)[] rows =
        [
            (1, T, "one"), (1, T + Days(60), "censored"), (2, T, "two"), (3, T, "nobody"), (1, T + Days(5), "after"), (1, T + Days(11), "censored"), (1, T - Days(1), "before"),
        ];

        var set = scratch.Store.Training(UserPurchases.View, rows, r => new UserPurchases.Spine(r.Id, r.At)).WithLabel(ChargedBack60d.Label);
        Should.Throw<InvalidOperationException>(() => set.Censored);
        var read = new List<(string Tag, long Purchases, bool Label, bool Found)>();
        await foreach (var row in set)
        {
            read.Add((row.Spine.Tag, row.Features.Purchases7d, row.Label.Value, row.Found));
            row.Label.UserId.ShouldBe(row.Spine.Id);
        }

        read.ShouldBe([("one", 1, true, true), ("two", 0, false, false), ("nobody", 0, false, false), ("after", 2, false, true), ("before", 1, true, true)]);
        set.Censored.ShouldBe(2);
        set.Report.ShouldBe(new TrainingReport(5, 2, 0, 0, T + Days(70), IsComplete: true));
    }

    [Fact]
    public async Task KnowledgeOfFeatures_ChangesNoLabel()
    {
        await using var scratch = await OpenAsync();
        var spine = new[] { new UserPurchases.Spine(1, T) };

        (await scratch.Store.Training(UserPurchases.View, spine, Knowledge.Everything).WithLabel(ChargedBack60d.Label).SingleAsync()).Label.Value.ShouldBeTrue();
    }

    [Fact]
    public async Task KeyThatTheSpineHasNot_IsRefusedByName_AndCanBeMadeOfTheRow()
    {
        await using var scratch = await OpenAsync();
        var set = scratch.Store.Training(UserPurchases.View, [new UserPurchases.Spine(1, T)]);

        var refusal = Should.Throw<ArgumentException>(() => set.WithLabel(CategoryOutcomes.Label));
        refusal.Message.ShouldContain("'category_outcomes' is of Category (String)");
        refusal.Message.ShouldContain("UserId (Int64)");
        refusal.Message.ShouldContain("WithLabel(label, row =>");

        var labelled = await set.WithLabel(CategoryOutcomes.Label, row => new CategoryOutcomes.Key(row.UserId, "books")).SingleAsync();
        labelled.Label.ShouldBe(new CategoryOutcomes
        {
            UserId = 1, Category = "books", Purchases7d = 1, ChargedBack30d = 1, SpendGbp30d = 10, LatestCountry = "GB", HoursUntilFirst = 24,
        });
    }

    [Fact]
    public async Task PartOfTheSpinesKey_MayBeTheLabels()
    {
        await using var scratch = await OpenAsync();

        var row = await scratch.Store.Training(UserCategories.View, [new UserCategories.Spine(1, "shoes", T)]).WithLabel(ChargedBack60d.Label).SingleAsync();

        row.Label.ShouldBe(new ChargedBack60d { UserId = 1, Value = true });
        row.Features.Category.ShouldBe("shoes");
    }

    [Fact]
    public async Task KeyMadeOfARow_ThatNoColumnHolds_IsRefusedByPosition()
    {
        await using var scratch = await OpenAsync();
        var set = scratch.Store.Training(UserPurchases.View, [new UserPurchases.Spine(1, T), new UserPurchases.Spine(2, T)])
            .WithLabel(CategoryOutcomes.Label, row => new CategoryOutcomes.Key(row.UserId, row.UserId == 2 ? "\0" : "books"));

        (await Should.ThrowAsync<SpineException>(async () => await set.CountAsync())).Position.ShouldBe(1);
    }

    [Fact]
    public async Task Files_HaveTheLabelUnderItsOwnName_AndOnlyRowsThatAreNotCensored()
    {
        await using var scratch = await OpenAsync();
        var path = scratch.PathOf("train.csv");
        UserPurchases.Spine[] spine = [new(1, T), new(1, T + Days(60)), new(2, T)];

        var set = scratch.Store.Training(UserPurchases.View, spine).WithLabel(ChargedBack60d.Label).WithColumn("weight", _ => 0.5);
        (await set.WriteCsvAsync(path)).ShouldBe(2);

        var lines = await File.ReadAllLinesAsync(path);
        lines[0].ShouldBe("user_id,as_of,weight,purchases7d,average_order_value30d,spend30d_gbp,favourite_category90d,days_since_last_purchase,charged_back_60d");
        lines.Skip(1).Select(l => l.Split(',')[0] + ":" + l.Split(',')[^1]).ShouldBe(["1:true", "2:false"]);
        set.Censored.ShouldBe(1);
        (await scratch.Store.Training(UserPurchases.View, spine).WithLabel(CategoryOutcomes.Label, r => new(r.UserId, "books")).WriteCsvAsync(path)).ShouldBe(2);
        (await File.ReadAllLinesAsync(path))[0].ShouldEndWith(
            ",category_outcomes_purchases7d,category_outcomes_charged_back30d,category_outcomes_spend_gbp30d,category_outcomes_latest_country,category_outcomes_hours_until_first");
    }

    [Fact]
    public async Task ColumnOfTheLabelsName_IsRefused_WhicheverComesFirst()
    {
        await using var scratch = await OpenAsync();
        var set = scratch.Store.Training(UserPurchases.View, [new UserPurchases.Spine(1, T)]);

        Should.Throw<ArgumentException>(() => set.WithColumn("charged_back_60d", _ => 1).WithLabel(ChargedBack60d.Label));
        Should.Throw<ArgumentException>(() => set.WithLabel(ChargedBack60d.Label).WithColumn("Charged_Back_60d", _ => 1));
    }

    [Fact]
    public async Task GapShorterThanTheHorizon_IsRefused_WhicheverComesFirst()
    {
        await using var scratch = await OpenAsync();
        var set = scratch.Store.Training(UserPurchases.View, [new UserPurchases.Spine(1, T)]);

        Should.Throw<ArgumentException>(() => set.WithLabel(ChargedBack60d.Label).SplitByTime(T, Days(60) - Microsecond)).Message.ShouldContain("horizon");
        Should.Throw<ArgumentException>(() => set.SplitByTime(T, Days(60) - Microsecond).Train.WithLabel(ChargedBack60d.Label)).Message.ShouldContain("horizon");
        set.SplitByTime(T, Days(60)).Train.WithLabel(ChargedBack60d.Label).ShouldNotBeNull();
    }

    [Fact]
    public async Task SplitByTime_LeavesTheHorizonAsAGap_AndCensorsTheOwnSideOnly()
    {
        await using var scratch = await OpenAsync();
        var cutoff = T + Days(5);
        UserPurchases.Spine[] spine = [new(1, cutoff - Days(60) - Microsecond), new(1, cutoff - Days(60)), new(1, T), new(1, cutoff), new(1, T + Days(60))];

        var (train, test) = scratch.Store.Training(UserPurchases.View, spine).WithLabel(ChargedBack60d.Label).SplitByTime(cutoff);

        (await train.Select(r => r.Spine).ToListAsync()).ShouldBe([spine[0]]);
        (await test.Select(r => r.Spine).ToListAsync()).ShouldBe([spine[3]]);
        train.Report.ShouldBe(new TrainingReport(1, 0, 2, 2, T + Days(70), true));
        test.Report.ShouldBe(new TrainingReport(1, 1, 1, 2, T + Days(70), true));
    }

    [Fact]
    public async Task SplitByEntity_KeepsLabels()
    {
        await using var scratch = await OpenAsync();
        var (train, test) = scratch.Store.Training(UserPurchases.View, Enumerable.Range(0, 20).Select(i => new UserPurchases.Spine(i, T)))
            .WithLabel(ChargedBack60d.Label).SplitByEntity(0.5);
        var rows = (await train.ToListAsync()).Concat(await test.ToListAsync()).ToList();

        rows.Select(r => r.Spine.UserId).Order().ShouldBe(Enumerable.Range(0, 20).Select(i => (long)i));
        rows.Where(r => r.Label.Value).Select(r => r.Spine.UserId).ShouldBe([1]);
    }

    private static async Task<ScratchStore> OpenAsync(Action<FeatureStoreOptions>? configure = null)
    {
        var scratch = await ScratchStore.OpenAsync(Engines.Sqlite, configure);
        await scratch.Store.IngestAsync(Rows);
        await scratch.Store.IngestAsync([Uk]);
        await scratch.Store.AdvanceWatermarkAsync<Merchant>(T + Days(365));
        return scratch;
    }
}
