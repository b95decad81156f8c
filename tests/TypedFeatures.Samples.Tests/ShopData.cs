using Commerce.Data;
using Commerce.Domain;

namespace TypedFeatures.Samples.Tests;

/// <summary>A shop made once for the tests that look at its rows.</summary>
public sealed class ShopData
{
    internal static readonly ShopSize Size = new() { Users = 2_000, Merchants = 100, Purchases = 100_000, Labels = 20_000, Seed = 7 };

    internal Shop Shop { get; } = new(Size);

    internal IReadOnlyList<(Delivery Delivery, Purchase Row)> Rows { get; } = Read(new Shop(Size));

    /// <summary>The purchases themselves, without what is delivered again.</summary>
    internal IEnumerable<Purchase> Purchases => Rows.Where(r => !r.Delivery.IsAgain).Select(r => r.Row);

    internal static List<(Delivery Delivery, Purchase Row)> Read(Shop shop) =>
        [.. shop.Purchases.Deliveries().Select(d => (d, shop.Purchases.Row(d)))];
}
