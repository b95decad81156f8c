using TypedFeatures;

namespace Commerce.Features;

/// <summary>What the fraud model of the checkout reads.</summary>
[FeatureService("checkout_fraud", Version = 3, Owner = "risk-ml")]
public sealed partial record CheckoutFraud
{
    public required UserPurchases User { get; init; }

    public required MerchantStats Merchant { get; init; }

    /// <summary>What is to be paid, in the merchant's currency.</summary>
    [Request]
    public required double Amount { get; init; }

    /// <summary>How the amount compares to what the user usually pays; 1 where nothing is usual yet.</summary>
    public double AmountVsAverage => User.AverageOrderValue30d is > 0 and var average ? Amount / average : 1;
}
