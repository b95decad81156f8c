namespace Commerce.Data;

/// <summary>Who buys what where, before it is known how it ends.</summary>
/// <param name="UserId">The buyer.</param>
/// <param name="MerchantId">The seller.</param>
/// <param name="Category">An index into <see cref="Assortment.Categories"/>.</param>
/// <param name="Pence">The amount in hundredths.</param>
internal readonly record struct Basket(long UserId, long MerchantId, int Category, long Pence);
