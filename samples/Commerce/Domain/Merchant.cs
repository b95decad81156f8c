using TypedFeatures;

namespace Commerce.Domain;

/// <summary>A merchant from one change to the next.</summary>
[DimensionSource("merchants")]
public sealed record Merchant
{
    [EntityKey]
    public long MerchantId { get; init; }

    [ValidFrom]
    public DateTime UpdatedAt { get; init; }

    public required string Country { get; init; }

    /// <summary>Pounds per unit of the merchant's currency.</summary>
    public double FxRate { get; init; }
}
