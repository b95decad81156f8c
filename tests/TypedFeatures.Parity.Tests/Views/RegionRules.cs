using static TypedFeatures.Duration;

#pragma warning disable TF1016 // one subtraction, which every engine rounds alike

namespace TypedFeatures.Parity.Tests;

/// <summary>A computed key, lets on rows, and conditions in every form C# has for them.</summary>
[FeatureView("region_rules")]
public sealed partial record RegionRules
{
    [EntityKey] public required string Region { get; init; }
    public bool Seen { get; init; }
    public long Patterns { get; init; }
    public long Properties { get; init; }
    public long WebOrNone { get; init; }
    public long NotWeb { get; init; }
    public long SameBools { get; init; }
    public long Exclusive { get; init; }
    public long Both { get; init; }
    public long Either { get; init; }
    public long Neither { get; init; }
    public long Valued { get; init; }
    public long OrDefault { get; init; }
    public long OrGiven { get; init; }
    public long IntsAndLongs { get; init; }
    public long FloatsAndDoubles { get; init; }
    public long Empty { get; init; }
    public long EqualTexts { get; init; }
    public long EqualGuids { get; init; }
    public long Spans { get; init; }
    public long Dates { get; init; }
    public long Instants { get; init; }
    public long StatusAbove { get; init; }
    public long StatusNumber { get; init; }
    public double? Net { get; init; }
    public double? NetMagnitude { get; init; }
    public double? Negated { get; init; }
    public TimeSpan? Later { get; init; }
    public TimeSpan? Reversed { get; init; }
    public DateTime? Ends { get; init; }
    public DateTime? HourBefore { get; init; }
    public DateTime? Started { get; init; }
    public double? Choice { get; init; }
    public string? Kind { get; init; }
    public Channel? OrWeb { get; init; }
    public long? Price { get; init; }
    public double? PriceAsDouble { get; init; }
    public long? Nested { get; init; }
    public string Fixed { get; init; } = "";
    public int Zero { get; init; }
    public double? Nothing { get; init; }
    public bool IsBusy { get; init; }
    public DayOfWeekKind Weekday { get; init; }
    public int Rounded { get; init; }
    public double? Spread { get; init; }
    public bool? AnyOrNull { get; init; }

    private static FeatureQuery<RegionRules> Define(Events<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        let net = o.Amount - o.Discount
        where net != 3 && o.Status != OrderStatus.Abandoned
        join s in outlets on o.OutletId equals s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        let rate = s == null ? 1 : s.Rate
        where rate != 0.25
        group new { o, s, net, rate, isLarge = net > 2 } by Text.LowerAscii(o.Region) into g
        let all = g.Last(Days(30))
        let large = all.Where(x => x.isLarge).Where(x => x.o.IsGift || x.o.Channel is not null)
        let count = all.Count()
        select new RegionRules
        {
            Region = g.Key,
            Seen = all.Any(),
            Patterns = all.Count(x => x.o.Quantity is > 1 and < 5 or -1),
            Properties = all.Count(x => x.o is { IsGift: true, Amount: > 0 }),
            WebOrNone = all.Count(x => x.o.Channel is Channel.Web or null),
            NotWeb = all.Count(x => x.o.Channel != Channel.Web),
            SameBools = all.Count(x => x.o.IsGift == x.o.IsExpress),
            Exclusive = all.Count(x => x.o.IsGift ^ x.isLarge),
            Both = all.Count(x => x.o.IsGift & x.o.Quantity > 0),
            Either = all.Count(x => x.o.IsGift | x.o.Points < 3),
            Neither = all.Count(x => !(x.o.IsGift || x.o.IsExpress == true || x.o.Points >= 3)),
            Valued = all.Count(x => x.o.Amount.HasValue && x.o.Amount.Value < 100),
            OrDefault = all.Count(x => x.o.Points.GetValueOrDefault() == 0),
            OrGiven = all.Count(x => x.o.Points.GetValueOrDefault(7) > 5),
            IntsAndLongs = all.Count(x => x.o.Quantity < x.o.Price),
            FloatsAndDoubles = all.Count(x => x.o.Weight >= x.o.Amount),
            Empty = all.Count(x => string.IsNullOrEmpty(x.o.Note)),
            EqualTexts = all.Count(x => string.Equals(x.o.Note, x.s?.Owner, StringComparison.Ordinal)),
            EqualGuids = all.Count(x => x.o.Basket == Guid.Empty || x.o.Basket != null),
            Spans = all.Count(x => x.o.Duration > Hours(1) || x.o.Duration == TimeSpan.Zero),
            Dates = all.Count(x => x.o.DueOn >= new DateOnly(2000, 1, 1) && x.o.DueOn != new DateOnly(2024, 2, 29)),
            Instants = all.Count(x => x.o.PromisedAt > new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)),
            StatusAbove = all.Count(x => x.o.Status >= OrderStatus.Completed),
            StatusNumber = all.Sum(x => x.o.Status == OrderStatus.Pending ? 1 : x.o.Quantity),
            Net = all.Sum(x => x.net * x.rate),
            NetMagnitude = all.Sum(x => x.net * x.rate is { } v ? Math.Abs(v) : 0),
            Negated = all.Min(x => -x.o.Amount),
            Later = all.Max(x => x.o.Duration + Hours(1)),
            Reversed = all.Latest(x => -x.o.Duration),
            Ends = all.Max(x => x.o.Duration < Days(1000) && x.o.Duration > -Days(1000) ? x.o.OccurredAt + x.o.Duration : null),
            HourBefore = all.Min(x => x.o.OccurredAt - Hours(1)),
            Started = all.Latest(x => x.o.OccurredAt.Date + Minutes(90)),
            Choice = all.Latest(x => x.o.IsExpress == true ? x.net : x.o.IsGift ? x.rate : null),
            Kind = large.Latest(x => x.s is { IsOpen: true } ? x.s.Country : x.o.Category),
            OrWeb = all.Latest(x => x.o.Channel ?? Channel.Web),
            Price = large.Max(x => Math.Min(x.o.Price, 1000)),
            PriceAsDouble = large.Average(x => (double)x.o.Quantity),
            Nested = all.Latest(x => x.o.Points ?? (long)x.o.Quantity),
            Fixed = "fixed 'text'",
            Zero = 0,
            Nothing = null,
            IsBusy = count > 2 && all.CountDistinct(x => x.o.Category) > 1,
            Weekday = g.AsOf.DayOfWeek == DayOfWeek.Sunday ? DayOfWeekKind.Sunday : DayOfWeekKind.Other,
            Rounded = checked((int)Math.Round(Math.Max(-1e6, Math.Min(1e6, all.Latest(x => x.net) ?? 0.5)))),
            Spread = all.Max(x => x.o.Amount) - all.Min(x => x.o.Amount),
            AnyOrNull = count == 0 ? null : all.Any(x => x.o.IsExpress == null),
        };
}

public enum DayOfWeekKind
{
    Other = 7,
    Sunday = 0,
}
