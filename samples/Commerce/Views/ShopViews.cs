using Commerce.Features;

namespace Commerce.Views;

/// <summary>The views of the shop.</summary>
internal static class ShopViews
{
    public static readonly IReadOnlyList<ShopView> All =
    [
        new ShopView<long, UserPurchases, UserPurchases.Spine>
        {
            View = UserPurchases.View,
            KeyOf = (user, _) => user,
            SpineOf = (key, asOf) => new(key, asOf),
            Evaluate = (keys, asOf, knownBy, purchases, merchants) =>
                UserPurchases.EvaluateMany(keys, asOf, purchases, merchants, knownBy: knownBy),
            FloatingSums = new HashSet<string> { nameof(UserPurchases.AverageOrderValue30d), nameof(UserPurchases.Spend30dGbp) },
        },
        new ShopView<long, UserLifetime, UserLifetime.Spine>
        {
            View = UserLifetime.View,
            KeyOf = (user, _) => user,
            SpineOf = (key, asOf) => new(key, asOf),
            Evaluate = (keys, asOf, knownBy, purchases, merchants) =>
                UserLifetime.EvaluateMany(keys, asOf, purchases, merchants, knownBy: knownBy),
            FloatingSums = new HashSet<string> { nameof(UserLifetime.SpendGbp) },
        },
        new ShopView<UserAtMerchant.Key, UserAtMerchant, UserAtMerchant.Spine>
        {
            View = UserAtMerchant.View,
            KeyOf = (user, merchant) => new(user, merchant),
            SpineOf = (key, asOf) => new(key.UserId, key.MerchantId, asOf),
            Evaluate = (keys, asOf, knownBy, purchases, _) =>
                UserAtMerchant.EvaluateMany(keys, asOf, purchases, knownBy: knownBy),
            FloatingSums = new HashSet<string> { nameof(UserAtMerchant.Spend30d) },
        },
        new ShopView<long, MerchantStats, MerchantStats.Spine>
        {
            View = MerchantStats.View,
            KeyOf = (_, merchant) => merchant,
            SpineOf = (key, asOf) => new(key, asOf),
            Evaluate = (keys, asOf, knownBy, purchases, _) =>
                MerchantStats.EvaluateMany(keys, asOf, purchases, knownBy: knownBy),
            FloatingSums = new HashSet<string> { nameof(MerchantStats.Turnover7d), nameof(MerchantStats.AverageAmount14d) },
        },
    ];
}
