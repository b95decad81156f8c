using Commerce.Domain;
using Commerce.Features;

namespace Commerce.Views;

/// <summary>The rows that views are defined over.</summary>
/// <param name="Purchases">The events.</param>
/// <param name="Merchants">The dimension.</param>
/// <param name="Risks">The feature table.</param>
internal sealed record ShopRows(IEnumerable<Purchase> Purchases, IEnumerable<Merchant> Merchants, IEnumerable<MerchantRisk> Risks);
