using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>
/// A chain of as-of joins, each on a column of the dimension before it and each of which may find nothing, over dimensions of both kinds; at its end
/// a dimension that is joined a second time under another role.
/// </summary>
[FeatureView("label_holders")]
public sealed partial record LabelHolders
{
    [EntityKey] public long CustomerId { get; init; }
    public bool Seen { get; init; }
    public long Orders { get; init; }
    public long Labelled { get; init; }
    public long Held { get; init; }
    public long AtHome { get; init; }
    public string? LastLabel { get; init; }
    public string? LastTitle { get; init; }
    public string? FirstTitle { get; init; }
    public double? LargestShare { get; init; }
    public DateTime? LastEnd { get; init; }
    public string? LastHomeCountry { get; init; }
    public string? LastShopCountry { get; init; }
    public long SameCountry { get; init; }
    public long Titles { get; init; }

    private static FeatureQuery<LabelHolders> Define(
        Events<Order> orders, Dimension<Campaign> campaigns, Dimension<Holder> holders, Dimension<Outlet> outlets) =>
        from o in orders
        join c in campaigns on new { o.Region, o.OutletId } equals new { Region = (string?)c.Region, c.OutletId } into cs
        from c in cs.DefaultIfEmpty()
        join h in holders on c?.Label equals (string?)h.Name into hs
        from h in hs.DefaultIfEmpty()
        join home in outlets on h?.HomeOutletId equals (long?)home.OutletId into homes
        from home in homes.DefaultIfEmpty()
        join shop in outlets on o.OutletId equals shop.OutletId
        group new { c, h, home, shop } by o.CustomerId into g
        let all = g.Last(Days(90))
        let day = g.Last(Hours(36))
        select new LabelHolders
        {
            CustomerId = g.Key,
            Seen = all.Any(),
            Orders = all.Count(),
            Labelled = all.Count(x => x.c != null),
            Held = all.Count(x => x.h != null),
            AtHome = day.Count(x => x.home != null),
            LastLabel = all.Latest(x => x.c?.Label),
            LastTitle = all.Latest(x => x.h?.Title),
            FirstTitle = day.First(x => x.h?.Title),
            LargestShare = all.Max(x => x.h?.Share),
            LastEnd = all.Latest(x => x.h?.Until),
            LastHomeCountry = all.Latest(x => x.home?.Country),
            LastShopCountry = all.Latest(x => x.shop.Country),
            SameCountry = all.Count(x => x.home?.Country == x.shop.Country),
            Titles = all.CountDistinct(x => x.h?.Title),
        };
}
