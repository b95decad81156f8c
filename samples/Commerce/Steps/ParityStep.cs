using System.Globalization;
using Commerce.Data;
using Commerce.Parity;
using Commerce.Report;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Steps;

/// <summary>Compares the definition run in memory, SQL and what is served, value by value: of each view, and of the service.</summary>
internal static class ParityStep
{
    private const double CollectShare = 0.1;
    private const double PrepareShare = 0.6;

    public static async Task<ParityTally> RunAsync(
        FeatureStore store, Shop shop, Workspace workspace, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var sample = ParitySample.Create(shop);
        var users = ShopViews.UserPurchases.CreateParity(sample);
        var merchants = ShopViews.MerchantStats.CreateParity(sample);
        ViewParity[] views =
        [
            users,
            merchants,
            ShopViews.UserLifetime.CreateParity(sample),
            ShopViews.UserSession.CreateParity(sample),
            ShopViews.UserAtMerchant.CreateParity(sample),
            ShopViews.MerchantRisk.CreateParity(sample),
        ];
        var service = new ServiceParity(users, merchants, sample);
        Collect(shop, views, new Scaled(progress, 0, CollectShare), cancellationToken);
        for (var i = 0; i < views.Length; i++)
        {
            var part = PrepareShare / views.Length;
            await views[i].PrepareAsync(store, new Scaled(progress, CollectShare + (i * part), part), cancellationToken);
        }

        await service.PrepareAsync(store, workspace.Folder, cancellationToken);
        return await CompareAsync(store, sample, views, service, new Scaled(progress, CollectShare + PrepareShare, 0.999 - CollectShare - PrepareShare), cancellationToken);
    }

    public static string Describe(ParityTally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ParitySample.KeysPerView} keys of each view and {ParitySample.KeysPerView} requests of the service at {ParitySample.InstantCount} instants, {100.0 * tally.EntitiesWithRows / tally.Entities:N0}% with rows: {tally.Values:N0} values by reference, SQL and online; {tally.LaterValues:N0} more read later");

    private static async Task<ParityTally> CompareAsync(
        FeatureStore store, ParitySample sample, IReadOnlyList<ViewParity> views, ServiceParity service, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var tally = new ParityTally();
        for (var w = 0; w < sample.Instants.Count; w++)
        {
            foreach (var view in views)
            {
                await view.CompareAsync(store, w, tally, cancellationToken);
            }

            await service.CompareAsync(store, w, tally, cancellationToken);
            progress.Report((w + 1.0) / sample.Instants.Count);
        }

        return tally;
    }

    /// <summary>Passes the stream by once more, so that each view can pick the raw rows of its keys.</summary>
    private static void Collect(Shop shop, IReadOnlyList<ViewParity> views, IProgress<double> progress, CancellationToken cancellationToken)
    {
        foreach (var delivery in shop.Purchases.Deliveries())
        {
            var (userId, merchantId) = shop.Purchases.KeysOf(delivery);
            foreach (var view in views)
            {
                view.Collect(delivery, userId, merchantId);
            }

            if (delivery.Index % 65_536 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress.Report((double)delivery.Index / shop.Size.Purchases);
            }
        }
    }
}
