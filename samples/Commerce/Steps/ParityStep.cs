using System.Globalization;
using Commerce.Data;
using Commerce.Parity;
using Commerce.Report;
using Commerce.Views;
using TypedFeatures;

namespace Commerce.Steps;

/// <summary>Compares the definition run in memory, SQL and what is served, value by value.</summary>
internal static class ParityStep
{
    private const double CollectShare = 0.1;

    public static async Task<ParityTally> RunAsync(FeatureStore store, Shop shop, IProgress<double> progress, CancellationToken cancellationToken)
    {
        var sample = ParitySample.Create(shop);
        var views = ShopViews.All.Select(view => view.CreateParity(sample)).ToArray();
        Collect(shop, views, new Scaled(progress, 0, CollectShare), cancellationToken);
        var tally = new ParityTally();
        var share = (1 - CollectShare) / views.Length;
        for (var i = 0; i < views.Length; i++)
        {
            await views[i].CompareAsync(store, tally, new Scaled(progress, CollectShare + (i * share), share * 0.999), cancellationToken);
        }

        return tally;
    }

    public static string Describe(ParityTally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{ParitySample.KeysPerView} keys of each view at {ParitySample.InstantCount} instants, {100.0 * tally.EntitiesWithRows / tally.Entities:N0}% with rows: {tally.Values:N0} values by reference, SQL and online; {tally.LaterValues:N0} more read later");

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
