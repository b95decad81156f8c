namespace TypedFeatures.Parity.Tests;

/// <summary>Says a row again: the same, as a later version, or as another that claims to be the same event.</summary>
internal sealed class RowRepeat(Random random, RowDraw draw)
{
    public object Of(object row) => row switch
    {
        Order order => Of(order),
        Visit visit => Of(visit),
        Signal signal => Of(signal),
        Outlet outlet => Of(outlet),
        Campaign campaign => Of(campaign),
        Holder holder => Of(holder),
        Permit permit => Of(permit),
        OutletRisk risk => Of(risk),
        RegionScore score => Of(score),
        _ => throw new ArgumentOutOfRangeException(nameof(row)),
    };

    private Order Of(Order row)
    {
        var again = row with { IngestedAt = Ingest(row.IngestedAt, row.OccurredAt) };
        var other = draw.Order();
        return random.Next(8) switch
        {
            0 => row,
            1 => again,
            2 or 3 => again with { Returned = !row.Returned },
            4 => again with { ReturnReason = other.ReturnReason, Returned = other.Returned },
            5 => again with { CustomerId = other.CustomerId, Basket = other.Basket },
            6 => again with { OccurredAt = other.OccurredAt },
            _ => again with { Amount = other.Amount, Note = other.Note, Status = other.Status },
        };
    }

    private Visit Of(Visit row)
    {
        var other = draw.Visit();
        return random.Next(4) switch
        {
            0 or 1 => row,
            2 => row with { At = other.At, Clicks = other.Clicks },
            _ => row with { UserId = other.UserId, Session = other.Session, Page = other.Page },
        };
    }

    private Signal Of(Signal row)
    {
        var again = row with { ReceivedAt = Ingest(row.ReceivedAt, row.MeasuredAt) };
        var other = draw.Signal();
        return random.Next(4) switch
        {
            0 => row,
            1 => again,
            2 => again with { SensorId = other.SensorId },
            _ => again with { Value = other.Value, Kind = other.Kind, Trace = other.Trace },
        };
    }

    private Outlet Of(Outlet row) => random.Next(5) switch
    {
        0 => row,
        4 => row with { Place = random.VectorOrNull(0.3, () => draw.Values.Vector(2)) },
        1 => row with { Country = draw.Values.Text() },
        2 => row with { Tier = random.OrNull(0.3, draw.Values.Enum<Tier>), Rate = 3 },
        _ => row with { Owner = random.TextOrNull(0.3, draw.Values.Text), Capacity = random.OrNull(0.3, draw.Values.SmallInt) },
    };

    private Campaign Of(Campaign row) => random.Next(4) switch
    {
        0 => row,
        1 => row with { AnnouncedAt = Ingest(row.AnnouncedAt, row.StartsAt) },
        2 => row with { AnnouncedAt = Ingest(row.AnnouncedAt, row.StartsAt), Label = draw.Values.Name(3) },
        _ => row with { Bonus = random.OrNull(0.3, draw.Values.Double), Grade = draw.Values.Enum<Tier>(), Code = random.OrNull(0.3, () => draw.Values.Guid(3)) },
    };

    private Holder Of(Holder row) => random.Next(4) switch
    {
        0 => row,
        1 => row with { Until = draw.EndOf(row.From) },
        2 => row with { Until = null },
        _ => row with { HomeOutletId = random.OrNull(0.3, () => draw.Values.Key(2)), Title = random.TextOrNull(0.3, draw.Values.Text) },
    };

    private Permit Of(Permit row) => random.Next(5) switch
    {
        0 => row,
        1 => row with { RecordedAt = Ingest(row.RecordedAt, row.GrantedAt) },
        2 => row with { RecordedAt = Ingest(row.RecordedAt, row.GrantedAt), IsRevoked = !row.IsRevoked },
        3 => row with { ExpiresAt = draw.EndOf(row.GrantedAt) },
        _ => row with { IsRevoked = !row.IsRevoked, Limit = random.OrNull(0.3, draw.Values.SmallInt) },
    };

    private OutletRisk Of(OutletRisk row)
    {
        var other = draw.OutletRisk();
        return random.Next(5) switch
        {
            0 => row,
            1 => row with { WrittenAt = Ingest(row.WrittenAt, row.ComputedAt) },
            2 => row with { Score = other.Score, Label = other.Label },
            3 => row with { Tier = other.Tier, LastTier = other.LastTier },
            _ => other with { OutletId = row.OutletId, ComputedAt = row.ComputedAt, WrittenAt = row.WrittenAt },
        };
    }

    private RegionScore Of(RegionScore row) => random.Next(3) switch
    {
        0 => row,
        1 => row with { Points = random.OrNull(0.4, draw.Values.Long) },
        _ => row with { Note = random.TextOrNull(0.4, draw.Values.Text), Score = random.OrNull(0.3, draw.Values.Double) },
    };

    private DateTime Ingest(DateTime ingested, DateTime happened) => random.Next(4) switch
    {
        0 => ingested,
        1 => ingested.AddMicroseconds(1),
        2 => ingested.AddHours(-random.Next(1, 50)),
        _ => draw.KnownAfter(happened),
    };
}
