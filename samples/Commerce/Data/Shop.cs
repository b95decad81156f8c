using Commerce.Domain;
using Commerce.Features;

namespace Commerce.Data;

/// <summary>A shop: the same for the same size and seed, on every machine.</summary>
internal sealed class Shop(ShopSize size)
{
    public ShopSize Size => size;

    public PurchaseStream Purchases { get; } = new(size);

    public IReadOnlyList<Merchant> Merchants { get; } = MerchantHistory.Create(size);

    /// <summary>The scores that somebody else computes of the merchants.</summary>
    public IReadOnlyList<MerchantRisk> Risks { get; } = RiskScores.Create(size);

    public IReadOnlyList<LabelledMoment> Moments { get; } = LabelledMoments.Create(new(size));

    /// <summary>Makes rows from their places in the stream: those that are known by now. The shop learns of some chargebacks only later.</summary>
    public IEnumerable<Purchase> Rows(IEnumerable<Delivery> deliveries) =>
        deliveries.Select(Purchases.Row).Where(row => row.IngestedAt <= ShopCalendar.End);
}
