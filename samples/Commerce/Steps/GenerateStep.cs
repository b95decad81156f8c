using System.Globalization;
using Commerce.Data;

namespace Commerce.Steps;

/// <summary>Makes the shop: merchants with their changes, labelled moments, and a stream of purchases that is made row by row when it is read.</summary>
internal static class GenerateStep
{
    public static Task<Shop> RunAsync(ShopSize size, IProgress<double> progress)
    {
        var shop = new Shop(size);
        progress.Report(1);
        return Task.FromResult(shop);
    }

    public static string Describe(Shop shop) => string.Create(
        CultureInfo.InvariantCulture,
        $"{shop.Size.Users:N0} users, {shop.Size.Merchants:N0} merchants in {shop.Merchants.Count:N0} rows, {ShopCalendar.Days} days, {shop.Moments.Count:N0} labelled moments, seed {shop.Size.Seed}");
}
