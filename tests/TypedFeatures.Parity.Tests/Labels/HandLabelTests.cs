using Shop;
using Shop.Cases;
using Shouldly;
using Xunit;
using static Shop.Cases.HandRows;

namespace TypedFeatures.Parity.Tests;

/// <summary>The labels worked out by hand, out of SQL on every engine, in one call of ingestion and row by row.</summary>
public sealed class HandLabelTests
{
    public static TheoryData<string> Laws() => [.. LabelCases.All.Select(c => c.Law)];

    [Theory]
    [MemberData(nameof(Laws))]
    public async Task Engines_SayWhatWasWorkedOut(string law)
    {
        var hand = LabelCases.All.Single(c => c.Law == law);
        foreach (var engine in Engines.All)
        {
            await CheckAsync(hand, engine, [hand.Rows.Purchases]);
            await CheckAsync(hand, engine, [.. hand.Rows.Purchases.Reverse().Select(p => new[] { p })]);
        }
    }

    [Theory]
    [MemberData(nameof(Laws))]
    public void GeneratedEvaluate_SaysWhatWasWorkedOut(string law)
    {
        var hand = LabelCases.All.Single(c => c.Law == law);
        if (hand.Watermark is not { } watermark)
        {
            hand.Expected.ShouldBeNull();
            return;
        }

        object? label = hand.Label == typeof(ChargedBack60d)
            ? ChargedBack60d.Evaluate(1, T, hand.Rows.Purchases, watermark)
            : CategoryOutcomes.Evaluate(1, "books", T, hand.Rows.Purchases, hand.Rows.Merchants, watermark);
        label.ShouldBe(hand.Expected);
    }

    private static async Task CheckAsync(LabelCase hand, EngineKind engine, IReadOnlyList<IReadOnlyList<Purchase>> calls)
    {
        await using var scratch = await ScratchStore.OpenAsync(engine);
        foreach (var call in calls)
        {
            await scratch.Store.IngestAsync(call);
        }

        await scratch.Store.IngestAsync(hand.Rows.Merchants);
        if (hand.Told is { } told)
        {
            await scratch.Store.AdvanceWatermarkAsync<Purchase>(told);
            await scratch.Store.AdvanceWatermarkAsync<Merchant>(told);
        }

        var set = hand.Label == typeof(ChargedBack60d)
            ? await ReadAsync(scratch.Store.Training(UserPurchases.View, [new UserPurchases.Spine(1, T), new UserPurchases.Spine(1, T)]).WithLabel(ChargedBack60d.Label))
            : await ReadAsync(scratch.Store.Training(UserCategories.View, [new UserCategories.Spine(1, "books", T), new UserCategories.Spine(1, "books", T)])
                .WithLabel(CategoryOutcomes.Label));

        set.Report.Watermark.ShouldBe(hand.Watermark, engine.Name);
        set.Report.Censored.ShouldBe(hand.Expected is null ? 2 : 0, engine.Name);
        set.Labels.ShouldBe(hand.Expected is null ? [] : [hand.Expected, hand.Expected], engine.Name);
    }

    private static async Task<(List<object> Labels, TrainingReport Report)> ReadAsync<TRow, TFeatures, TLabel>(LabeledTrainingSet<TRow, TFeatures, TLabel> set)
        where TFeatures : class
        where TLabel : class
    {
        var labels = new List<object>();
        await foreach (var row in set)
        {
            labels.Add(row.Label);
        }

        return (labels, set.Report!);
    }
}
