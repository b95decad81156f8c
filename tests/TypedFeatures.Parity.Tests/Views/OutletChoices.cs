using static TypedFeatures.Duration;

// An enum has no values but its members here: arms for all of them are enough.
#pragma warning disable CS8524

namespace TypedFeatures.Parity.Tests;

/// <summary>Switch expressions, patterns, three-valued logic, bits and the numbers behind enums, over rows and over features.</summary>
[FeatureView("outlet_choices")]
public sealed partial record OutletChoices
{
    [EntityKey] public long OutletId { get; init; }
    public bool Seen { get; init; }
    public string? Band { get; init; }
    public int? StatusNumber { get; init; }
    public long StatusTotal { get; init; }
    public int? ChannelNumber { get; init; }
    public double? Worth { get; init; }
    public string? Corner { get; init; }
    public long Guarded { get; init; }
    public long Positional { get; init; }
    public string? OutletKind { get; init; }
    public long BothOrNull { get; init; }
    public bool? ExpressAndGift { get; init; }
    public bool? ExpressOrCheap { get; init; }
    public bool? ExpressXorGift { get; init; }
    public bool? NotExpress { get; init; }
    public long NotTrue { get; init; }
    public long SameLifted { get; init; }
    public long OrFalse { get; init; }
    public int? Masked { get; init; }
    public long? Merged { get; init; }
    public long? Flipped { get; init; }
    public int? Complement { get; init; }
    public int? Shifted { get; init; }
    public long? ShiftedLong { get; init; }
    public int? LiftedBits { get; init; }
    public long EvenBits { get; init; }
    public string Activity { get; init; } = "";
    public double Spend { get; init; }
    public bool? Mood { get; init; }
    public long Hash { get; init; }
    public long Summed { get; init; }
    public long Weekend { get; init; }

    private static FeatureQuery<OutletChoices> Define(Events<Order> orders, Dimension<Outlet> outlets) =>
        from o in orders
        join s in outlets on o.OutletId equals s.OutletId into ss
        from s in ss.DefaultIfEmpty()
        group new { o, s } by o.OutletId into g
        let month = g.Last(Days(30))
        let count = month.Count()
        select new OutletChoices
        {
            OutletId = g.Key,
            Seen = month.Any(),
            Band = month.Latest(x => x.o.Amount switch { null => "none", < 0 => "negative", 0 => "zero", <= 2.5 => "low", > 100 and < 1e100 or 10 => "high", _ => "some" }),
            StatusNumber = month.Max(x => (int)x.o.Status),
            StatusTotal = month.Sum(x => checked((long)x.o.Status * x.o.Quantity)),
            ChannelNumber = month.Min(x => (int?)x.o.Channel),
            Worth = month.Max(x => x.o.Status switch { OrderStatus.Completed => x.o.Amount, OrderStatus.Refunded => -x.o.Amount, OrderStatus.Pending or OrderStatus.Abandoned => 0.5 }),
            Corner = month.Mode(x => (x.o.IsGift, x.o.IsExpress) switch { (true, true) => "both", (true, _) => "gift", (false, null) => "unknown", (_, var fast) => fast == true ? "fast" : "slow" }),
            Guarded = month.Count(x => x.o.Quantity switch { > 2 when x.o.Points is > 1 => true, < 0 => x.o.Note is null, var q when q == x.o.Points => true, _ => false }),
            Positional = month.Count(x => (x.o.Channel, x.o.Points) is (Channel.Web or Channel.Phone, > 0) or (null, null)),
            OutletKind = month.Latest(x => x.s switch { null => "gone", { IsOpen: false } => "shut", { Tier: Tier.Gold, Capacity: > 2 } => "large", { Tier: not null and var tier } => tier == Tier.Silver ? "fine" : "plain", _ => x.s.Country }),
            BothOrNull = month.Count(x => (x.o.IsExpress & x.o.Points > 1) == null),
            ExpressAndGift = month.Latest(x => x.o.IsExpress & x.o.IsGift),
            ExpressOrCheap = month.Latest(x => x.o.IsExpress | (x.o.Amount < 3)),
            ExpressXorGift = month.Latest(x => x.o.IsExpress ^ x.o.IsGift),
            NotExpress = month.Latest(x => !x.o.IsExpress),
            NotTrue = month.Count(x => (!x.o.IsExpress | x.o.IsGift) != true),
            SameLifted = month.Count(x => (x.o.IsExpress | x.o.IsGift) == (x.o.IsExpress & !x.o.IsGift)),
            OrFalse = month.Count(x => !x.o.IsExpress ?? x.o.IsGift),
            Masked = month.Latest(x => x.o.Quantity & 6 | 1),
            Merged = month.Max(x => x.o.Price | (x.o.CustomerId ?? 3)),
            Flipped = month.Min(x => x.o.Price ^ (x.o.CustomerId ?? -1)),
            Complement = month.Latest(x => ~x.o.Quantity),
            Shifted = month.Min(x => x.o.Quantity >> 1),
            ShiftedLong = month.Max(x => x.o.Price >> 40),
            LiftedBits = month.Latest(x => x.o.Points & x.o.Quantity),
            EvenBits = month.Count(x => (x.o.Quantity & 1) == 0 && (x.o.Price >> 1 & 3 ^ 1) > 1),
            Activity = count switch { 0 => "idle", 1 or 2 => "quiet", > 5 when month.Any(x => x.o.IsGift) => "giving", _ => "busy" },
            Spend = month.Average(x => x.o.Quantity) is > 0 and var average ? 1 / average : month.Max(x => x.o.Amount) switch { { } greatest => greatest, null => -1 },
            Mood = month.Latest(x => x.o.IsExpress) & month.Any(x => x.o.IsGift) | month.Latest(x => x.o.Amount) > 3,
            Hash = (count & 7 ^ 3) | (month.Max(x => x.o.Price) ?? 0) >> 3,
            Summed = month.Sum(x => x.o.Price) switch { 0 => 0, < 0 => -1, var total => total & 255 },
            Weekend = month.Count(x => x.o.OccurredAt.DayOfWeek switch { DayOfWeek.Saturday or DayOfWeek.Sunday => true, _ => false }),
        };
}
