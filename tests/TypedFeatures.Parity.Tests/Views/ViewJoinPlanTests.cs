using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>Plans of views over views run where nothing was ingested, whatever is nested in them.</summary>
public sealed class ViewJoinPlanTests
{
    private static readonly DateTime T = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> EngineNames => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task Plans_RunOverNoRows(string engine)
    {
        var folder = Directory.CreateTempSubdirectory("views");
        try
        {
            await using var store = await FeatureStore.OpenAsync(o => o
                .UseOfflineEngine(token => Engines.All.Single(e => e.Name == engine).OpenAsync(folder.FullName, token))
                .UseInMemoryOnline());
            await CheckAsync(store, SensorPulse.View, new SensorPulse.Spine(1, T), 1L);
            await CheckAsync(store, PlaceOrders.View, new PlaceOrders.Spine(1, "a", T), new PlaceOrders.Key(1, "a"));
            await CheckAsync(store, VisitPulse.View, new VisitPulse.Spine(1, T), 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task CheckAsync<TKey, TFeatures, TSpine>(FeatureStore store, FeatureView<TKey, TFeatures, TSpine> view, TSpine spine, TKey key)
        where TKey : notnull
        where TFeatures : class
    {
        foreach (var knowledge in new[] { Knowledge.Recorded, Knowledge.Everything })
        {
            await foreach (var row in store.Training(view, [spine], knowledge))
            {
                row.Found.ShouldBeFalse(view.Name);
            }
        }

        await foreach (var features in store.Snapshot(view, T))
        {
            Assert.Fail($"{view.Name} has an entity without rows: {features}.");
        }

        (await store.MaterializeAsync(view, T)).Entities.ShouldBe(0, view.Name);
        (await store.MaterializeAsync(view, T, [key])).Entities.ShouldBe(1, view.Name);
    }
}
