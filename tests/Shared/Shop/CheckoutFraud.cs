using TypedFeatures;

namespace Shop;

/// <summary>What the fraud model of the checkout reads.</summary>
[FeatureService("checkout_fraud", Version = 3, Owner = "risk-ml")]
public sealed partial record CheckoutFraud
{
    public required UserPurchases User { get; init; }
    public required MerchantStats Merchant { get; init; }

    /// <summary>What is to be paid, in pounds.</summary>
    [Request] public required double Amount { get; init; }

    /// <summary>How the amount compares to what the user usually pays.</summary>
    public double AmountVsAverage => User.AverageOrderValue30d is > 0 and var average ? Amount / average : 1;

    public bool IsNewUser => User.Purchases7d == 0 && User.DaysSinceLastPurchase is null;

    public bool IsUsualCategory => User.FavouriteCategory90d == Merchant.MainCategory30d;
}
