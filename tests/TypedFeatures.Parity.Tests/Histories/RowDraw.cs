namespace TypedFeatures.Parity.Tests;

/// <summary>Draws single rows.</summary>
internal sealed class RowDraw(Random random, Clock clock, int tag)
{
    private readonly ValuePools values = new(random, clock, tag);
    private int number;

    public ValuePools Values => values;

    public Order Order()
    {
        var occurredAt = Ticked(values.Instant());
        return new Order
        {
            OrderId = $"{(random.Chance(0.3) ? "\U0001F600" : random.Chance(0.3) ? "\uFF5E" : "o")}{tag}-{number++}",
            OccurredAt = occurredAt,
            IngestedAt = KnownAfter(occurredAt),
            CustomerId = random.OrNull(0.1, () => values.Key(2)),
            OutletId = values.Key(2),
            Region = random.TextOrNull(0.15, () => values.Name(2)),
            Amount = random.OrNull(0.2, values.Double),
            Discount = values.Double(),
            Price = values.Long(),
            Quantity = values.SmallInt(),
            Points = random.OrNull(0.3, values.Int),
            Weight = random.OrNull(0.3, values.Single),
            Volume = values.Single(),
            Category = values.Text(),
            Note = random.TextOrNull(0.25, values.Text),
            Status = values.Enum<OrderStatus>(),
            Channel = random.OrNull(0.3, values.Enum<Channel>),
            Duration = random.OrNull(0.3, values.Span),
            DueOn = random.OrNull(0.3, values.Date),
            Basket = random.OrNull(0.2, () => values.Guid(3)),
            PromisedAt = random.OrNull(0.3, values.Instant),
            IsGift = random.Chance(0.5),
            IsExpress = random.OrNull(0.3, () => random.Chance(0.5)),
            Returned = random.Chance(0.3),
            ReturnReason = random.TextOrNull(0.6, values.Text),
        };
    }

    public Visit Visit()
    {
        var at = Ticked(values.Instant());
        return new Visit
        {
            VisitId = (tag * 1_000_000L * random.Pick([1, -1])) + number++,
            At = at,
            UserId = (int)values.Key(2),
            Page = random.TextOrNull(0.3, values.Text),
            Session = random.OrNull(0.15, () => values.Guid(3)),
            Device = values.Enum<Device>(),
            Clicks = values.Int(),
            Bytes = values.Long(),
            Scroll = values.Double(),
            Load = random.OrNull(0.3, values.Double),
            Score = values.Single(),
            StartedAt = random.OrNull(0.3, values.Instant),
            Day = values.Date(),
            Spent = values.Span(),
            Token = values.Guid(4),
            IsBot = random.OrNull(0.4, () => random.Chance(0.5)),
            OutletId = values.Key(2),
        };
    }

    public Signal Signal()
    {
        var measuredAt = Ticked(values.Instant());
        return new Signal
        {
            SignalId = new Guid(tag, (short)random.Next(short.MaxValue), (short)number++, 8, 7, 6, 5, 4, 3, 2, 1),
            MeasuredAt = measuredAt,
            ReceivedAt = KnownAfter(measuredAt),
            SensorId = values.Key(2),
            OutletId = random.OrNull(0.3, () => values.Key(2)),
            Kind = random.OrNull(0.3, values.Enum<SignalKind>),
            Value = random.OrNull(0.3, values.Double),
            Level = values.Int(),
            Text = values.Text(),
            IsTest = random.Chance(0.4),
            Trace = random.VectorOrNull(0.3, () => values.Vector(3)),
            Drift = values.Vector(1),
        };
    }

    public Outlet Outlet() => new()
    {
        OutletId = values.Key(2),
        Since = random.Chance(0.3) ? clock.Instants[0].AddDays(-120) : Ticked(values.Instant()),
        Country = values.Text(),
        Rate = values.Rate(),
        Tier = random.OrNull(0.3, values.Enum<Tier>),
        Capacity = random.OrNull(0.3, values.SmallInt),
        Owner = random.TextOrNull(0.3, values.Text),
        IsOpen = random.Chance(0.5),
        Place = random.VectorOrNull(0.3, () => values.Vector(2)),
    };

    public Campaign Campaign()
    {
        var startsAt = random.Chance(0.3) ? clock.Instants[0].AddDays(-120) : Ticked(values.Instant());
        return new Campaign
        {
            Region = values.Name(2),
            OutletId = values.Key(2),
            StartsAt = startsAt,
            AnnouncedAt = KnownAfter(startsAt),
            Bonus = random.OrNull(0.3, values.Double),
            Label = values.Name(3),
            Grade = values.Enum<Tier>(),
            Code = random.OrNull(0.3, () => values.Guid(3)),
        };
    }

    public Holder Holder()
    {
        var from = random.Chance(0.5) ? clock.Instants[0].AddDays(-120) : Ticked(values.Instant());
        return new Holder
        {
            Name = values.Name(3),
            From = from,
            Until = random.OrNull(0.5, () => EndOf(from)),
            HomeOutletId = random.OrNull(0.2, () => values.Key(2)),
            Title = random.TextOrNull(0.3, values.Text),
            Share = values.Double(),
        };
    }

    public Permit Permit()
    {
        var grantedAt = random.Chance(0.4) ? clock.Instants[0].AddDays(-120) : Ticked(values.Instant());
        return new Permit
        {
            OutletId = values.Key(2),
            Grade = random.Chance(0.5) ? Tier.Gold : values.Enum<Tier>(),
            GrantedAt = grantedAt,
            RecordedAt = KnownAfter(grantedAt),
            ExpiresAt = EndOf(grantedAt),
            Holder = random.TextOrNull(0.2, () => values.Name(3)),
            IsRevoked = random.Chance(0.2),
            Limit = random.OrNull(0.3, values.SmallInt),
        };
    }

    public OutletRisk OutletRisk()
    {
        var computedAt = Ticked(values.Instant());
        return new OutletRisk
        {
            OutletId = values.Key(2),
            ComputedAt = computedAt,
            WrittenAt = KnownAfter(computedAt),
            Seen = true,
            Score = random.OrNull(0.3, values.Double),
            Weight = values.Double(),
            Share = random.OrNull(0.3, values.Single),
            Orders = values.Long(),
            Rank = random.OrNull(0.3, values.Int),
            Reason = random.TextOrNull(0.4, values.Text),
            Label = values.Text(),
            Tier = values.Enum<Tier>(),
            LastTier = random.OrNull(0.3, values.Enum<Tier>),
            Model = random.OrNull(0.3, () => values.Guid(3)),
            DueOn = random.OrNull(0.3, values.Date),
            ReviewedAt = random.OrNull(0.3, values.Instant),
            Latency = values.Span(),
            Delay = random.OrNull(0.3, values.Span),
            IsTrusted = random.OrNull(0.3, () => random.Chance(0.5)),
        };
    }

    public RegionScore RegionScore() => new()
    {
        Seen = true,
        Region = values.Name(2),
        Tier = values.Enum<Tier>(),
        Model = values.Guid(2),
        At = Ticked(values.Instant()),
        Note = random.TextOrNull(0.4, values.Text),
        Points = random.OrNull(0.4, values.Long),
        Score = random.OrNull(0.3, values.Double),
    };

    /// <summary>When a row of a dimension ends: on an instant that matters, after a while, hardly ever, or before it begins.</summary>
    public DateTime EndOf(DateTime from) => Ticked(random.Next(6) switch
    {
        0 or 1 or 2 => values.Instant(),
        3 => from.AddMicroseconds(random.Next(-1, 2)),
        4 => from.AddDays(random.Next(-2, 60)),
        _ => clock.Instants[^1].AddDays(100),
    });

    /// <summary>When something that happened became known: at once, soon, late, on an instant of the clock, or before it happens.</summary>
    public DateTime KnownAfter(DateTime time) => Ticked(random.Next(8) switch
    {
        0 or 1 or 2 => time,
        3 => time.AddMicroseconds(random.Next(1, 4)),
        4 => time.AddHours(random.Next(1, 80)),
        5 => time.AddDays(-random.Next(1, 4)),
        _ => values.Instant(),
    });

    /// <summary>Sometimes with a fraction of a microsecond, which every entrance floors.</summary>
    private DateTime Ticked(DateTime value) => random.Chance(0.1) ? value.AddTicks(random.Next(1, 10)) : value;
}
