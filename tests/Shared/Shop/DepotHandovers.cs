using System.Collections.Generic;
using System.Linq;
using TypedFeatures;

namespace Shop;

/// <summary>What a depot's last handover says through flags, the calendar, parts of text and encodings.</summary>
[FeatureView("depot_handovers")]
public sealed partial record DepotHandovers
{
    private static readonly string[] Notes = ["web", "app"];

    [EntityKey] public string Depot { get; init; } = "";
    public ParcelMarks? Marks { get; init; }
    public ParcelMarks? Both { get; init; }
    public ParcelMarks? Others { get; init; }
    public ParcelMarks UsualMarks { get; init; }
    public long FragileOrHeavy { get; init; }
    public long AskedCold { get; init; }
    public long Unmarked { get; init; }
    public long Combinations { get; init; }
    public int? Number { get; init; }
    public Carrier? Carrier { get; init; }
    public long OwnOrAbroad { get; init; }
    public FeatureMap<ParcelMarks, long> ByMarks { get; init; } = FeatureMap<ParcelMarks, long>.Empty;
    public DateTime? Later { get; init; }
    public DateTime? NextYear { get; init; }
    public DateTime? Finer { get; init; }
    public DateOnly? DueLater { get; init; }
    public DateOnly? DueLastYear { get; init; }
    public DateTime? DueStart { get; init; }
    public DateTime? DueMorning { get; init; }
    public string? Start { get; init; }
    public string? End { get; init; }
    public int? Bucket { get; init; }
    public int? MonthsBucket { get; init; }
    [Vector(2)] public float[] Channel { get; init; } = [0, 0];
    [Vector(3)] public float[] Size { get; init; } = [0, 0, 0];

    /// <summary>Arrays are equal by reference alone; the cases compare what is in them.</summary>
    public bool Equals(DepotHandovers? other) => other is not null && Values().SequenceEqual(other.Values());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Depot, Marks, Later);

    static FeatureQuery<DepotHandovers> Define(Events<Handover> handovers) =>
        from h in handovers
        group h by h.Depot into g
        let all = g.All
        select new DepotHandovers
        {
            Depot = g.Key,
            Marks = all.Latest(h => h.Marks),
            Both = all.Latest(h => h.Marks & h.Asked),
            Others = all.Latest(h => ~h.Marks ^ ParcelMarks.Cold),
            UsualMarks = all.Mode(h => h.Marks) ?? ParcelMarks.Upright,
            FragileOrHeavy = all.Count(h => (h.Marks & (ParcelMarks.Fragile | ParcelMarks.Heavy)) != 0),
            AskedCold = all.Count(h => h.Asked is { } asked && asked.HasFlag(ParcelMarks.Cold)),
            Unmarked = all.Count(h => h.Marks is ParcelMarks.None or > ParcelMarks.Upright),
            Combinations = all.CountDistinct(h => h.Marks),
            Number = all.Latest(h => (int)h.Marks),
            Carrier = all.Latest(h => h.Carrier),
            OwnOrAbroad = all.Count(h => h.Carrier == Shop.Carrier.House || (long)h.Carrier > int.MaxValue),
            ByMarks = all.CountBy(h => h.Marks),
            Later = all.Latest(h => h.PromisedAt?.AddMonths(h.Months)),
            NextYear = all.Latest(h => h.PromisedAt?.AddYears(1)),
            Finer = all.Latest(h => h.PromisedAt?.AddMicroseconds(h.Months).AddTicks(-20)),
            DueLater = all.Latest(h => h.DueOn?.AddMonths(h.Months)),
            DueLastYear = all.Latest(h => h.DueOn?.AddYears(-1)),
            DueStart = all.Latest(h => h.DueOn?.ToDateTime(TimeOnly.MinValue)),
            DueMorning = all.Latest(h => h.DueOn?.ToDateTime(new TimeOnly(8, 30), DateTimeKind.Utc)),
            Start = all.Latest(h => Text.Left(h.Note, 3)),
            End = all.Latest(h => Text.Right(h.Note, 2)),
            Bucket = Encode.Hash(all.Latest(h => h.Note), 1000),
            MonthsBucket = all.Latest(h => h.Note == null ? (int?)null : Encode.Hash(h.Months, 16)),
            Channel = Encode.OneHot(all.Latest(h => h.Note), Notes),
            Size = Encode.OneHot(all.Latest(h => h.Months), 1, -1, 12),
        };

    private IEnumerable<object?> Values() => typeof(DepotHandovers).GetProperties()
        .Where(p => p.PropertyType != typeof(Type) && p.GetMethod is { IsStatic: false })
        .SelectMany(p => p.GetValue(this) is float[] vector ? vector.Cast<object?>() : [p.GetValue(this)]);
}
