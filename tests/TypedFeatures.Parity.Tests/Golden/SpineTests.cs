using Shouldly;
using Xunit;

namespace TypedFeatures.Parity.Tests;

/// <summary>A training set has exactly the rows of its spine, in their order, whatever the rows behind them are like.</summary>
public sealed class SpineTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spine");

    private static readonly DateTime T = new(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> EngineNames() => [.. Engines.All.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task RepeatedSpineRows_AndHeavyTies_NeitherMultiplyNorVanish(string engine)
    {
        var tied = Enumerable.Range(0, 60).Select(i => Order($"{i}", T.AddDays(-1), customer: 1, outlet: 1)).ToList();
        var outlets = Enumerable.Range(0, 20).Select(i => new Outlet { OutletId = 1, Since = T.AddDays(-1), Country = $"{i % 5}", Rate = i % 3 });
        var later = Enumerable.Range(0, 20).Select(_ => new Outlet { OutletId = 1, Since = T.AddDays(-2), Country = "z", Rate = 1 });
        var campaigns = Enumerable.Range(0, 20).Select(i => new Campaign { Region = "r", OutletId = 1, StartsAt = T.AddDays(-2), AnnouncedAt = T.AddDays(-2), Label = $"{i % 4}", Grade = Tier.Gold });
        await using var arena = await OpenAsync(engine, [.. tied, .. outlets, .. later, .. campaigns]);
        CustomerOrders.Spine[] spine = [new(1, T), new(2, T), new(1, T), new(1, T.AddDays(-2)), new(1, T), new(2, T)];

        var orders = await TrainAsync(arena, CustomerOrders.View, spine);
        var deals = await TrainAsync(arena, OutletCampaigns.View, [new(1, T), new(1, T), new(7, T)]);

        orders.Select(r => r.Spine).ShouldBe(spine);
        orders.Select(r => r.Features.Orders30d).ShouldBe([60L, 0, 60, 0, 60, 0]);
        orders.Select(r => r.Features.FirstCountry).ShouldBe(["4", null, "4", null, "4", null]);
        deals.Select(r => r.Features.InCampaign).ShouldBe([60L, 60, 0]);
        deals.Select(r => r.Features.LastLabel).ShouldBe(["3", "3", null]);
    }

    [Theory]
    [MemberData(nameof(EngineNames))]
    public async Task CompositeKeys_NeverCollide(string engine)
    {
        await using var arena = await OpenAsync(engine, [
            Order("a", T, customer: 23, outlet: 1), Order("b", T, customer: 23, outlet: 1), Order("c", T, customer: 3, outlet: 12),
            Order("d", T, customer: 1, outlet: 1) with { Region = "a\U0001F600", Status = OrderStatus.Completed },
            Order("e", T, customer: 1, outlet: 1) with { Region = "a", Status = OrderStatus.Completed },
        ]);

        var trained = await TrainAsync(arena, CustomerOutlet.View, [new(1, 23, T), new(12, 3, T), new(123, 3, T), new(3, 12, T), new(23, 1, T)]);
        await arena.Store.MaterializeAsync(CustomerOutlet.View, T);
        var served = await arena.Store.Online(CustomerOutlet.View).GetManyAsync([new(1, 23), new(12, 3), new(123, 3), new(3, 12), new(23, 1)], T);
        var snapshot = new List<CustomerOutlet>();
        await foreach (var features in arena.Store.Snapshot(CustomerOutlet.View, T))
        {
            snapshot.Add(features);
        }

        await arena.Store.MaterializeAsync(StatusTexts.View, T);
        var places = await arena.Store.Online(StatusTexts.View).GetManyAsync(
            [new("a", OrderStatus.Completed), new("a\U0001F600", OrderStatus.Completed), new("a", OrderStatus.Pending), new("", OrderStatus.Completed)], T);

        trained.Select(r => r.Features.Orders).ShouldBe([2L, 1, 0, 0, 0]);
        served.Select(f => f.Orders).ShouldBe([2L, 1, 0, 0, 0]);
        snapshot.Select(f => (f.OutletId, f.CustomerId, f.Orders)).ShouldBe([(1, 23, 2), (12, 3, 1), (1, 1, 2)], ignoreOrder: true);
        places.Select(f => f.Seen).ShouldBe([true, true, false, false]);
    }

    private static Order Order(string id, DateTime at, long customer, long outlet) => new()
    {
        OrderId = id, OccurredAt = at, IngestedAt = at, CustomerId = customer, OutletId = outlet, Category = "c", Region = "r", Status = OrderStatus.Pending,
    };

    private async Task<Arena> OpenAsync(string engine, IReadOnlyList<object> rows) => await Arena.OpenAsync(
        Engines.All.Single(e => e.Name == engine),
        folder.FullName,
        [new History("by hand", new Clock([T], Lengths.All), rows, new HashSet<int>())],
        inner => inner);

    private static async Task<List<TrainingRow<TSpine, TFeatures>>> TrainAsync<TKey, TFeatures, TSpine>(
        Arena arena, FeatureView<TKey, TFeatures, TSpine> view, IEnumerable<TSpine> spine)
        where TKey : notnull
        where TFeatures : class
    {
        var rows = new List<TrainingRow<TSpine, TFeatures>>();
        await foreach (var row in arena.Store.Training(view, spine))
        {
            rows.Add(row);
        }

        return rows;
    }
}
