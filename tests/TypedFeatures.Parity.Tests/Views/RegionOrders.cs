using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>A nullable text key and a left join whose rows are guarded in every way there is.</summary>
[FeatureView("region_orders")]
public sealed partial record RegionOrders
{
    [EntityKey] public required string Region { get; init; }
    public bool Seen { get; init; }
    public long Unplaced { get; init; }
    public long Placed { get; init; }
    public long OpenOutlets { get; init; }
    public long NotOpen { get; init; }
    public long Cheap { get; init; }
    public long NotCheap { get; init; }
    public long BothUnknown { get; init; }
    public double? Rate { get; init; }
    public double? Converted { get; init; }
    public double? ConvertedMagnitude { get; init; }
    public int CapacityTotal { get; init; }
    public int? FirstCapacity { get; init; }
    public string LastCountry { get; init; } = "";
    public string? LastOwner { get; init; }
    public Tier? UsualTier { get; init; }
    public long Tiers { get; init; }
    public int? LongestOwner { get; init; }
    public bool SameAsBefore { get; init; }
    public double? AverageWeight { get; init; }
    public double? AverageWeightMagnitude { get; init; }
    public double TotalVolume { get; init; }
    public double? TotalVolumeMagnitude { get; init; }

    private static FeatureQuery<RegionOrders> Define(Events<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        join s in outlets on o.OutletId equals s.OutletId into matches
        from s in matches.DefaultIfEmpty()
        where s == null || s.Tier != Tier.Bronze
        group new { o, s } by o.Region into g
        let recent = g.Last(Hours(36))
        let quarter = g.Last(Days(90))
        select new RegionOrders
        {
            Region = g.Key,
            Seen = quarter.Any(),
            Unplaced = quarter.Count(x => x.s == null),
            Placed = quarter.Where(x => x.s is not null).Count(),
            OpenOutlets = quarter.Count(x => x.s != null && x.s.IsOpen),
            NotOpen = quarter.Count(x => !(x.s?.IsOpen == true)),
            Cheap = quarter.Count(x => x.o.Amount < 10 || x.s?.Rate < 0.5),
            NotCheap = quarter.Count(x => !(x.o.Amount < 10 || x.s?.Rate < 0.5)),
            BothUnknown = recent.Count(x => x.o.Channel == null && x.s?.Tier == null),
            Rate = recent.Max(x => x.s?.Rate),
            Converted = quarter.Sum(x => x.o.Amount * (x.s == null ? 1 : x.s.Rate)),
            ConvertedMagnitude = quarter.Sum(x => x.o.Amount is { } a ? Math.Abs(a * (x.s == null ? 1 : x.s.Rate)) : 0),
            CapacityTotal = recent.Sum(x => x.s?.Capacity ?? 1),
            FirstCapacity = quarter.First(x => x.s?.Capacity),
            LastCountry = quarter.Latest(x => x.s?.Country) ?? "?",
            LastOwner = quarter.Latest(x => x.s?.Owner ?? x.o.Note),
            UsualTier = quarter.Mode(x => x.s?.Tier),
            Tiers = quarter.CountDistinct(x => x.s?.Tier),
            LongestOwner = quarter.Max(x => x.s?.Owner?.Length),
            SameAsBefore = recent.Latest(x => x.s?.Country) == quarter.First(x => x.s?.Country),
            AverageWeight = quarter.Average(x => x.o.Weight),
            AverageWeightMagnitude = quarter.Sum(x => x.o.Weight is { } w ? Math.Abs((double)w) : 0),
            TotalVolume = recent.Sum(x => x.o.Volume),
            TotalVolumeMagnitude = recent.Sum(x => Math.Abs((double)x.o.Volume)),
        };
}
