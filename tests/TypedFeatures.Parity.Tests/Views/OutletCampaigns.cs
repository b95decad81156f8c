using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>Two dimensions: one by a key of two parts that says when it was known, left-joined, one inner-joined.</summary>
[FeatureView("outlet_campaigns")]
public sealed partial record OutletCampaigns
{
    [EntityKey] public long OutletId { get; init; }
    public bool Seen { get; init; }
    public long Orders { get; init; }
    public long InCampaign { get; init; }
    public long Outside { get; init; }
    public string? LastLabel { get; init; }
    public string? FirstLabel { get; init; }
    public Tier? BestGrade { get; init; }
    public Tier? UsualGrade { get; init; }
    public double? LargestBonus { get; init; }
    public double? LastBonus { get; init; }
    public Guid? LastCode { get; init; }
    public long Codes { get; init; }
    public double? Reward { get; init; }
    public double? RewardMagnitude { get; init; }
    public long GoldInGold { get; init; }
    public string? LastCountry { get; init; }

    private static FeatureQuery<OutletCampaigns> Define(Events<Order> orders, Dimension<Campaign> campaigns, Dimension<Outlet> outlets) =>
        from o in orders
        join c in campaigns on new { o.Region, o.OutletId } equals new { Region = (string?)c.Region, c.OutletId } into found
        from c in found.DefaultIfEmpty()
        join s in outlets on o.OutletId equals s.OutletId
        group new { o, c, s } by o.OutletId into g
        let all = g.Last(Days(90))
        let day = g.Last(Hours(36))
        select new OutletCampaigns
        {
            OutletId = g.Key,
            Seen = all.Any(),
            Orders = all.Count(),
            InCampaign = all.Count(x => x.c != null),
            Outside = day.Count(x => x.c == null),
            LastLabel = all.Latest(x => x.c?.Label),
            FirstLabel = day.First(x => x.c?.Label),
            BestGrade = all.Max(x => x.c?.Grade),
            UsualGrade = all.Mode(x => x.c?.Grade),
            LargestBonus = all.Max(x => x.c?.Bonus),
            LastBonus = all.Latest(x => x.c?.Bonus),
            LastCode = all.Latest(x => x.c?.Code),
            Codes = all.CountDistinct(x => x.c?.Code),
            Reward = all.Sum(x => x.o.Amount * x.c?.Bonus * x.s.Rate),
            RewardMagnitude = all.Sum(x => x.o.Amount * x.c?.Bonus * x.s.Rate is { } r ? Math.Abs(r) : 0),
            GoldInGold = all.Count(x => x.c?.Grade == Tier.Gold && x.s.Tier == Tier.Gold),
            LastCountry = all.Latest(x => x.s.Country),
        };
}
