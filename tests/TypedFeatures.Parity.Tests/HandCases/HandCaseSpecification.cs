using Shop.Cases;
using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>The values worked out by hand, out of an engine's SQL and out of online states that it feeds. Every engine inherits all of them.</summary>
public abstract class HandCaseSpecification(EngineKind engine)
{
    public static TheoryData<string> Laws() => [.. HandCases.All.Select(c => c.ToString())];

    public abstract Task EngineAndOnline_SayWhatWasWorkedOut(string law);

    protected async Task CheckAsync(string law)
    {
        var hand = HandCases.All.Single(c => c.ToString() == law);
        var folder = Directory.CreateTempSubdirectory("hand");
        try
        {
            await using var store = await FeatureStore.OpenAsync(o => o
                .UseOfflineEngine(token => engine.OpenAsync(folder.FullName, token))
                .UseInMemoryOnline());
            await store.IngestAsync(hand.Rows.Merchants);
            await store.IngestAsync(hand.Rows.Couriers);
            await store.IngestAsync(hand.Rows.Depots);
            await store.IngestAsync(hand.Rows.Risks);
            await store.IngestAsync(hand.Rows.Purchases);
            await store.IngestAsync(hand.Rows.Parcels);
            await store.IngestAsync(hand.Rows.Handovers);
            await store.IngestAsync(hand.Rows.PriceBands);
            await store.IngestAsync(hand.Rows.Payments);
            await CheckAsync(store, hand, engine.Name);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CheckAsync(FeatureStore store, HandCase hand, string engine)
    {
        var view = HandView.All[hand.View];
        var isOfOneInstant = hand.KnownBy is null;
        bool? trained = null;
        if (isOfOneInstant)
        {
            trained = await CheckAsync(hand, engine + " training", () => view.TrainAsync(store, hand));
        }

        if (hand.Knowledge == Knowledge.Everything)
        {
            return;
        }

        var served = await CheckAsync(hand, engine + " online", () => view.ServeAsync(store, hand));
        if (isOfOneInstant && hand.Fault == HandFault.None)
        {
            served.ShouldBe(trained, $"{engine}: found in training and online");
            (await view.SnapshotAsync(store, hand)).ShouldBe(trained == true ? hand.Expected : null, $"{engine} snapshot");
        }
    }

    private static async Task<bool?> CheckAsync(HandCase hand, string path, Func<Task<(object Features, bool Found)>> read)
    {
        if (hand.Fault != HandFault.None)
        {
            var failure = await Should.ThrowAsync<Exception>(read, path);
            Failures.IsMeant(failure).ShouldBeTrue($"{path}: {failure}");
            return null;
        }

        var (features, found) = await read();
        features.ShouldBe(hand.Expected, path);
        return found;
    }
}

public sealed class ClickHouseHandCaseTests() : HandCaseSpecification(Engines.ClickHouse)
{
    [OnEngineTheory("clickhouse")]
    [MemberData(nameof(Laws))]
    public override Task EngineAndOnline_SayWhatWasWorkedOut(string law) => CheckAsync(law);
}

public sealed class DuckDbHandCaseTests() : HandCaseSpecification(Engines.DuckDb)
{
    [OnEngineTheory("duckdb")]
    [MemberData(nameof(Laws))]
    public override Task EngineAndOnline_SayWhatWasWorkedOut(string law) => CheckAsync(law);
}

public sealed class PostgresHandCaseTests() : HandCaseSpecification(Engines.Postgres)
{
    [OnEngineTheory("postgres")]
    [MemberData(nameof(Laws))]
    public override Task EngineAndOnline_SayWhatWasWorkedOut(string law) => CheckAsync(law);
}

public sealed class SqliteHandCaseTests() : HandCaseSpecification(Engines.Sqlite)
{
    [OnEngineTheory("sqlite")]
    [MemberData(nameof(Laws))]
    public override Task EngineAndOnline_SayWhatWasWorkedOut(string law) => CheckAsync(law);
}
