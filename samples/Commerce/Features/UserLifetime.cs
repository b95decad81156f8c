using Commerce.Domain;
using TypedFeatures;
using static TypedFeatures.Duration;

namespace Commerce.Features;

/// <summary>Who a user is, by everything they ever did.</summary>
[FeatureView("user_lifetime", Version = 1, Owner = "growth-ml")]
public sealed partial record UserLifetime
{
    [EntityKey]
    public long UserId { get; init; }

    /// <summary>Rows of any status.</summary>
    public long Orders { get; init; }

    /// <summary>Completed spend; where the merchant is not known the amount counts as pounds.</summary>
    public double SpendGbp { get; init; }

    /// <summary>When the user first came.</summary>
    public DateTime? FirstOrderAt { get; init; }

    /// <summary>How long the user has been away.</summary>
    public TimeSpan? Away { get; init; }

    /// <summary>Different countries bought in, of the merchants that are known.</summary>
    public long Countries { get; init; }

    /// <summary>The country of the last known merchant.</summary>
    public string LastCountry { get; init; } = "";

    /// <summary>The share of orders outside Great Britain; null without orders.</summary>
    public double? ShareAbroad { get; init; }

    /// <summary>Orders with merchants that are not (or not yet) in the merchant table.</summary>
    public long OrdersAtUnknownMerchants { get; init; }

    /// <summary>The smallest amount.</summary>
    public double? SmallestAmount { get; init; }

    /// <summary>The greatest amount, in whole units.</summary>
    public double? LargestAmountRounded { get; init; }

    /// <summary>The greatest distance between two amounts.</summary>
    public double AmountSpread { get; init; }

    /// <summary>Gift cards, a favourite of fraud.</summary>
    public long GiftCards { get; init; }

    /// <summary>The favourite category, spelled in small letters.</summary>
    public string? FavouriteCategory { get; init; }

    /// <summary>Whether a business address was ever used.</summary>
    public bool HasBusinessEmail { get; init; }

    /// <summary>The length of the longest address used.</summary>
    public int LongestEmail { get; init; }

    /// <summary>Orders on Saturdays and Sundays in the last 14 days.</summary>
    public long WeekendOrders14d { get; init; }

    /// <summary>none, new, regular or loyal.</summary>
    public string Segment { get; init; } = "";

    private static FeatureQuery<UserLifetime> Define(Events<Purchase> purchases, Dimension<Merchant> merchants) =>
        from p in purchases
        join m in merchants on p.MerchantId equals m.MerchantId into known
        from m in known.DefaultIfEmpty()
        group new { p, m } by p.UserId into g
        let all = g.All
        let orders = all.Count()
        let completed = all.Where(x => x.p.Status == OrderStatus.Completed)
        select new UserLifetime
        {
            UserId = g.Key,
            Orders = orders,
            SpendGbp = completed.Sum(x => x.p.Amount * (x.m != null ? x.m.FxRate : 1)),
            FirstOrderAt = all.Min(x => x.p.OccurredAt),
            Away = g.AsOf - all.Max(x => x.p.OccurredAt),
            Countries = all.CountDistinct(x => x.m?.Country),
            LastCountry = all.Latest(x => x.m?.Country) ?? "unknown",
            ShareAbroad = Numeric.Ratio(all.Count(x => x.m != null && x.m.Country != "GB"), orders),
            OrdersAtUnknownMerchants = all.Count(x => x.m == null),
            SmallestAmount = all.Min(x => x.p.Amount),
            LargestAmountRounded = all.Max(x => x.p.Amount) is { } largest ? Math.Round(largest) : null,
            AmountSpread = (all.Max(x => x.p.Amount) - all.Min(x => x.p.Amount)) ?? 0,
            GiftCards = all.Count(x => x.p.Category.StartsWith("gift", StringComparison.Ordinal)),
            FavouriteCategory = all.Mode(x => Text.LowerAscii(x.p.Category)),
            HasBusinessEmail = all.Any(x => x.p.Email != null && x.p.Email.Contains("@corp.", StringComparison.Ordinal)),
            LongestEmail = all.Max(x => x.p.Email?.Length) ?? 0,
            WeekendOrders14d = g.Last(Days(14)).Count(x =>
                x.p.OccurredAt.DayOfWeek == DayOfWeek.Saturday || x.p.OccurredAt.DayOfWeek == DayOfWeek.Sunday),
            Segment = orders >= 100 ? "loyal" : orders >= 10 ? "regular" : orders > 0 ? "new" : "none",
        };
}
