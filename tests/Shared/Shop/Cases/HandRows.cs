using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop.Cases;

/// <summary>Short ways to write rows, cases and expected values; what is not said is unremarkable.</summary>
internal static class HandRows
{
    /// <summary>The as-of instant of most cases.</summary>
    public static readonly DateTime T = new(2024, 3, 31, 12, 0, 0, DateTimeKind.Utc);

    public static readonly TimeSpan Microsecond = Microseconds(1);

    /// <summary>Merchant 7, British and at par since 2020.</summary>
    public static readonly Merchant Uk = Trade(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    public static Purchase Buy(string id, DateTime at, double? amount = 10, DateTime? ingested = null) => new()
    {
        EventId = id,
        OccurredAt = at,
        IngestedAt = ingested ?? at,
        UserId = 1,
        MerchantId = 7,
        Amount = amount,
        Category = "books",
        Status = OrderStatus.Completed,
    };

    public static Merchant Trade(DateTime from, string country = "GB", double rate = 1) =>
        new() { MerchantId = 7, UpdatedAt = from, Country = country, FxRate = rate };

    /// <summary>A parcel of courier Ada, without any value that may be null.</summary>
    public static Parcel Scan(int id, DateTime at) => new()
    {
        ParcelId = new Guid(id, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        ScannedAt = at,
        Courier = "ada",
        Zone = 1,
        Items = 1,
        Size = ParcelSize.Small,
    };

    public static Courier Ada(DateTime from, string? region, DateTime? recorded = null) =>
        new() { Code = "ada", From = from, RecordedAt = recorded ?? from, Region = region };

    public static ShopRows Rows(params Purchase[] purchases) => new() { Purchases = purchases, Merchants = [Uk] };

    public static ShopRows Rows(Merchant[] merchants, params Purchase[] purchases) => new() { Purchases = purchases, Merchants = merchants };

    public static ShopRows Rows(params Parcel[] parcels) => new() { Parcels = parcels };

    public static ShopRows Rows(Courier[] couriers, params Parcel[] parcels) => new() { Parcels = parcels, Couriers = couriers };

    /// <summary>User 1 without purchases.</summary>
    public static readonly UserPurchases NoPurchases = new() { UserId = 1 };

    /// <summary>User 1 with one purchase of 10 in the last seven days.</summary>
    public static UserPurchases OnePurchase(double daysAgo) => new()
    {
        UserId = 1,
        Purchases7d = 1,
        AverageOrderValue30d = 10,
        Spend30dGbp = 10,
        FavouriteCategory90d = "books",
        DaysSinceLastPurchase = daysAgo,
    };

    /// <summary>User 1 and books.</summary>
    public static readonly UserCategories NoBooks = new() { UserId = 1, Category = "books" };

    /// <summary>Ada without parcels, in numbers.</summary>
    public static readonly CourierParcels NoParcels = new() { Courier = "ada" };

    /// <summary>Ada without parcels, picked value by value.</summary>
    public static readonly CourierLabels NoLabels = new() { Courier = "ada", ShoutedLabel = "NONE", AllFragile7d = true };

    /// <summary>Ada with small parcels that say nothing else, older than seven days.</summary>
    public static readonly CourierLabels PlainLabels = NoLabels with { UsualSize = ParcelSize.Small, GreatestSize = ParcelSize.Small };
}
