using System.Globalization;
using Shop;
using TypedFeatures;
using static TypedFeatures.Duration;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = Directory.CreateTempSubdirectory("shop-").FullName;
try
{
    await using var store = await FeatureStore.OpenAsync(o => o.UseSqlite(Path.Combine(folder, "offline.db")).UseInMemoryOnline());
    await store.IngestAsync(Rows.All);
    await foreach (var row in store.Training(UserPurchases.View, [new UserPurchases.Spine(UserId: 42, AsOf: Rows.Trained)]))
    {
        Console.WriteLine($"view of the library: {row.Features.Purchases7d} purchases");
    }

    await foreach (var row in store.Training(UserSpend.View, [new UserSpend.Spine(UserId: 42, AsOf: Rows.Trained)]))
    {
        Console.WriteLine($"view of the application: spend {row.Features.Spend30d}");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

/// <summary>A view in a project that names no package of ours.</summary>
[FeatureView("user_spend", Version = 1)]
public sealed partial record UserSpend
{
    [EntityKey] public long UserId { get; init; }
    public double Spend30d { get; init; }

    private static FeatureQuery<UserSpend> Define(Events<Purchase> purchases) =>
        from p in purchases
        group p by p.UserId into g
        select new UserSpend { UserId = g.Key, Spend30d = g.Last(Days(30)).Sum(p => p.Amount) };
}
