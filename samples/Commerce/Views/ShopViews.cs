using Commerce.Features;

namespace Commerce.Views;

/// <summary>The views of the shop.</summary>
internal static class ShopViews
{
    public static readonly ShopView<long, UserPurchases, UserPurchases.Spine> UserPurchases = new()
    {
        View = Features.UserPurchases.View,
        KeyOf = (user, _) => user,
        SpineOf = (key, asOf) => new(key, asOf),
        Evaluate = (keys, asOf, knownBy, rows) =>
            Features.UserPurchases.EvaluateMany(keys, asOf, rows.Purchases, rows.Merchants, knownBy: knownBy),
        FloatingSums = new HashSet<string> { nameof(Features.UserPurchases.AverageOrderValue30d), nameof(Features.UserPurchases.Spend30dGbp) },
    };

    public static readonly ShopView<long, UserLifetime, UserLifetime.Spine> UserLifetime = new()
    {
        View = Features.UserLifetime.View,
        KeyOf = (user, _) => user,
        SpineOf = (key, asOf) => new(key, asOf),
        Evaluate = (keys, asOf, knownBy, rows) =>
            Features.UserLifetime.EvaluateMany(keys, asOf, rows.Purchases, rows.Merchants, knownBy: knownBy),
        FloatingSums = new HashSet<string> { nameof(Features.UserLifetime.SpendGbp) },
    };

    public static readonly ShopView<long, UserSession, UserSession.Spine> UserSession = new()
    {
        View = Features.UserSession.View,
        KeyOf = (user, _) => user,
        SpineOf = (key, asOf) => new(key, asOf),
        Evaluate = (keys, asOf, knownBy, rows) => Features.UserSession.EvaluateMany(keys, asOf, rows.Purchases, knownBy: knownBy),
        FloatingSums = new HashSet<string> { nameof(Features.UserSession.Amount) },
    };

    public static readonly ShopView<UserAtMerchant.Key, UserAtMerchant, UserAtMerchant.Spine> UserAtMerchant = new()
    {
        View = Features.UserAtMerchant.View,
        KeyOf = (user, merchant) => new(user, merchant),
        SpineOf = (key, asOf) => new(key.UserId, key.MerchantId, asOf),
        Evaluate = (keys, asOf, knownBy, rows) => Features.UserAtMerchant.EvaluateMany(keys, asOf, rows.Purchases, knownBy: knownBy),
        FloatingSums = new HashSet<string> { nameof(Features.UserAtMerchant.Spend30d) },
    };

    public static readonly ShopView<long, MerchantStats, MerchantStats.Spine> MerchantStats = new()
    {
        View = Features.MerchantStats.View,
        KeyOf = (_, merchant) => merchant,
        SpineOf = (key, asOf) => new(key, asOf),
        Evaluate = (keys, asOf, knownBy, rows) => Features.MerchantStats.EvaluateMany(keys, asOf, rows.Purchases, knownBy: knownBy),
        FloatingSums = new HashSet<string> { nameof(Features.MerchantStats.Turnover7d), nameof(Features.MerchantStats.AverageAmount14d) },
    };

    public static readonly ShopView<long, MerchantRisk, MerchantRisk.Spine> MerchantRisk = new()
    {
        View = Features.MerchantRisk.View,
        KeyOf = (_, merchant) => merchant,
        SpineOf = (key, asOf) => new(key, asOf),
        Evaluate = (keys, asOf, knownBy, rows) => Features.MerchantRisk.EvaluateMany(keys, asOf, rows.Risks, knownBy: knownBy),
        FloatingSums = new HashSet<string>(),
        ReadsPurchases = false,
    };

    /// <summary>Each of them.</summary>
    public static readonly IReadOnlyList<ShopView> All = [UserPurchases, UserLifetime, UserSession, UserAtMerchant, MerchantStats, MerchantRisk];

    /// <summary>Those trained on their own; the others are trained as the service <see cref="CheckoutFraud"/> reads them.</summary>
    public static readonly IReadOnlyList<ShopView> TrainedAlone = [UserLifetime, UserSession, UserAtMerchant, MerchantRisk];
}
