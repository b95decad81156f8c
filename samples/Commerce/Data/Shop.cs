using Commerce.Domain;

namespace Commerce.Data;

/// <summary>A shop: the same for the same size and seed, on every machine.</summary>
internal sealed class Shop(ShopSize size)
{
    public ShopSize Size => size;

    public PurchaseStream Purchases { get; } = new(size);

    public IReadOnlyList<Merchant> Merchants { get; } = MerchantHistory.Create(size);

    public IReadOnlyList<LabelledMoment> Moments { get; } = LabelledMoments.Create(new(size));
}
