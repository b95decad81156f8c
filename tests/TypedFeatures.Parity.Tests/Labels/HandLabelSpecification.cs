using Shop;
using Shop.Cases;
using Shouldly;
using Xunit;
using static Shop.Cases.HandRows;

namespace TypedFeatures.Parity.Tests;

/// <summary>The labels worked out by hand, out of an engine's SQL, in one call of ingestion and row by row. Every engine inherits all of them.</summary>
public abstract class HandLabelSpecification(EngineKind engine)
{
    public static TheoryData<string> Laws() => [.. LabelCases.All.Select(c => c.Law)];

    public abstract Task Engine_SaysWhatWasWorkedOut(string law);

    protected async Task CheckAsync(string law)
    {
        var hand = LabelCases.All.Single(c => c.Law == law);
        await CheckAsync(hand, engine, [hand.Rows.Purchases]);
        await CheckAsync(hand, engine, [.. hand.Rows.Purchases.Reverse().Select(p => new[] { p })]);
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

public sealed class ClickHouseHandLabelTests() : HandLabelSpecification(Engines.ClickHouse)
{
    [OnEngineTheory("clickhouse")]
    [MemberData(nameof(Laws))]
    public override Task Engine_SaysWhatWasWorkedOut(string law) => CheckAsync(law);
}

public sealed class DuckDbHandLabelTests() : HandLabelSpecification(Engines.DuckDb)
{
    [OnEngineTheory("duckdb")]
    [MemberData(nameof(Laws))]
    public override Task Engine_SaysWhatWasWorkedOut(string law) => CheckAsync(law);
}

public sealed class PostgresHandLabelTests() : HandLabelSpecification(Engines.Postgres)
{
    [OnEngineTheory("postgres")]
    [MemberData(nameof(Laws))]
    public override Task Engine_SaysWhatWasWorkedOut(string law) => CheckAsync(law);
}

public sealed class SqliteHandLabelTests() : HandLabelSpecification(Engines.Sqlite)
{
    [OnEngineTheory("sqlite")]
    [MemberData(nameof(Laws))]
    public override Task Engine_SaysWhatWasWorkedOut(string law) => CheckAsync(law);
}
