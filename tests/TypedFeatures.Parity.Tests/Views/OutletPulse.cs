using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>What other views join: windows of all shapes, features of every type, some of which leave the finite numbers, a list that nobody reads.</summary>
[FeatureView("outlet_pulse", Version = 4)]
public sealed partial record OutletPulse
{
    [EntityKey] public long OutletId { get; init; }
    public bool Seen { get; init; }
    public long Orders7d { get; init; }
    public long Tiled { get; init; }
    public long Session { get; init; }
    public long WeekBefore { get; init; }
    public double? Average { get; init; }
    public double? AverageMagnitude { get; init; }
    public double Beyond { get; init; }
    public double? MaybeBeyond { get; init; }
    public string? UsualCategory { get; init; }
    public string? LastCountry { get; init; }
    public OrderStatus? GreatestStatus { get; init; }
    public Channel LastChannel { get; init; }
    public DateOnly? LatestDue { get; init; }
    public DateTime? LastAt { get; init; }
    public TimeSpan? Longest { get; init; }
    public Guid? LastBasket { get; init; }
    public float? Heaviest { get; init; }
    public int? MostItems { get; init; }
    public bool? LastExpress { get; init; }
    public bool IsBusy { get; init; }
    public FeatureList<string> Categories { get; init; } = [];

    private static FeatureQuery<OutletPulse> Define(Events<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        join s in outlets on o.OutletId equals s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        where o.Status != OrderStatus.Refunded
        group new { o, s } by o.OutletId into g
        let tiled = g.Last(Days(7), tile: Days(1))
        let month = g.Last(Days(30))
        select new OutletPulse
        {
            OutletId = g.Key,
            Seen = month.Any(),
            Orders7d = g.Last(Days(7)).Count(),
            Tiled = tiled.Count(),
            Session = g.CurrentSession(Hours(36), max: Days(30)).Count(),
            WeekBefore = g.Last(Days(7), offset: Days(7)).Count(),
            Average = month.Average(x => x.o.Amount),
            AverageMagnitude = month.Sum(x => x.o.Amount is { } a ? Math.Abs(a) : 0),
            Beyond = (g.Last(Days(1)).Max(x => x.o.Discount) ?? 0) * 1e300,
            MaybeBeyond = month.Max(x => x.o.Discount) * 1e300,
            UsualCategory = month.Mode(x => x.o.Category),
            LastCountry = month.Latest(x => x.s?.Country),
            GreatestStatus = tiled.Max(x => x.o.Status),
            LastChannel = month.Latest(x => x.o.Channel) ?? Channel.Phone,
            LatestDue = month.Max(x => x.o.DueOn),
            LastAt = month.Max(x => x.o.OccurredAt),
            Longest = month.Max(x => x.o.Duration),
            LastBasket = month.Latest(x => x.o.Basket),
            Heaviest = month.Max(x => x.o.Weight),
            MostItems = month.Max(x => x.o.Quantity),
            LastExpress = month.Latest(x => x.o.IsExpress),
            IsBusy = g.Last(Days(7)).Count() > 2 || tiled.Any(x => x.o.IsGift),
            Categories = month.LatestK(3, x => x.o.Category),
        };
}
