using System.Globalization;
using Shop;
using TypedFeatures;
using TypedFeatures.DuckDb;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.WriteLine($"duckdb: {DuckDbNative.Version ?? DuckDbNative.UnavailableReason}");
foreach (var engine in args)
{
    var folder = Directory.CreateTempSubdirectory("shop-").FullName;
    try
    {
        await RunAsync(engine, folder);
    }
    finally
    {
        Directory.Delete(folder, recursive: true);
    }
}

static async Task RunAsync(string engine, string folder)
{
    await using var store = await FeatureStore.OpenAsync(o =>
    {
        _ = engine == "duckdb" ? o.UseDuckDb(Path.Combine(folder, "lake")) : o.UseSqlite(Path.Combine(folder, "offline.db"));
        o.UseSqliteOnline(Path.Combine(folder, "online.db"));
    });
    var report = await store.IngestAsync(Rows.All);
    await store.AdvanceWatermarkAsync<Purchase>(Rows.Over);
    Console.WriteLine($"{engine} ingest: {report.Added} rows, {report.Versions} version");

    await foreach (var row in store.Training(UserPurchases.View, [new UserPurchases.Spine(UserId: 42, AsOf: Rows.Trained)]).WithLabel(ChargedBack30d.Label))
    {
        Console.WriteLine($"{engine} train: {row.Features.Purchases7d} purchases, average {row.Features.AverageAmount30d}, charged back {row.Label.Value}");
    }

    await store.MaterializeAsync(UserPurchases.View, asOf: Rows.Served);
    var checkout = await store.Online(Checkout.Service).GetAsync(new Checkout.Request(UserId: 42, Amount: 95), Rows.Served);
    Console.WriteLine($"{engine} serve: {checkout.User.Purchases7d} purchase, average {checkout.User.AverageAmount30d}, amount {checkout.AmountVsAverage} times that");
    Console.WriteLine($"{engine} agrees with the meaning: {checkout.User == UserPurchases.Evaluate(42, Rows.Served, Rows.All)}");
}
