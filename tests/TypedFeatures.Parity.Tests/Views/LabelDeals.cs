using static TypedFeatures.Duration;

#pragma warning disable TF1020 // what features see of an outcome must agree on every engine

namespace TypedFeatures.Parity.Tests;

/// <summary>Grouped by a column of a dimension, with an inner join to what was known when the order was.</summary>
[FeatureView("label_deals")]
public sealed partial record LabelDeals
{
    [EntityKey] public required string Label { get; init; }
    public bool Seen { get; init; }
    public long Deals { get; init; }
    public long DealsThisHour { get; init; }
    public double? LastBonus { get; init; }
    public double? BonusTotal { get; init; }
    public double? BonusTotalMagnitude { get; init; }
    public Tier? LastGrade { get; init; }
    public string? Reason { get; init; }
    public long Returned { get; init; }
    public DateTime? LastAt { get; init; }

    private static FeatureQuery<LabelDeals> Define(Dimension<Campaign> campaigns, Events<Order> orders) =>
        from o in orders
        where o.Region != null
        join c in campaigns on new { Region = o.Region!, o.OutletId } equals new { c.Region, c.OutletId }
        where c.Bonus > 0 || o.IsGift
        group new { o, c } by c.Label into g
        let all = g.Last(Days(30))
        select new LabelDeals
        {
            Label = g.Key,
            Seen = all.Any(),
            Deals = all.Count(),
            DealsThisHour = g.Last(Hours(1)).Count(),
            LastBonus = all.Latest(x => x.c.Bonus),
            BonusTotal = all.Sum(x => x.c.Bonus),
            BonusTotalMagnitude = all.Sum(x => x.c.Bonus is { } b ? Math.Abs(b) : 0),
            LastGrade = all.Latest(x => x.c.Grade),
            Reason = all.Latest(x => x.o.ReturnReason),
            Returned = all.Count(x => x.o.Returned),
            LastAt = all.Max(x => x.o.OccurredAt),
        };
}
