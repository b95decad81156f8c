using TypedFeatures;

namespace Shop;

/// <summary>One view in two roles, a composite key, inputs of every kind, and on-demand features at the edges of arithmetic.</summary>
[FeatureService("parcel_quote")]
public sealed partial record ParcelQuote
{
    private static readonly string[] Notes = ["a", "\U0001F600", "", "'quoted'"];

    [Request] public required string? Note { get; init; }
    public required DepotScores From { get; init; }
    public required DepotScores To { get; init; }
    [Role("From")] public required ZoneItems FromZone { get; init; }
    [Request] public double? Weight { get; init; }
    [Request] public float Tariff { get; init; }
    [Request] public long Cents { get; init; }
    [Request] public DateTime PostedAt { get; init; }
    [Request] public TimeSpan? Allowed { get; init; }
    [Request] public ParcelSize Size { get; init; }
    [Request, Decimal(18, 3)] public decimal? Discount { get; init; }

    public double? Ratio => Numeric.Ratio(Weight, From.GreatestScaledScore);

    public double? Product => Weight * Tariff * 1e300;

    public bool IsHeavier => Weight * 1e300 > From.GreatestScaledScore * 1e300;

    public bool IsLarge => Size >= ParcelSize.Large && !(Weight < 1);

    public int NoteLength => Note?.Length ?? -1;

    public int Hour => PostedAt.Hour;

    public double? AllowedHours => Allowed?.TotalHours;

    public long Whole => Cents > 100 ? Cents / 7 : Cents % 7;

    [Vector(4)] public float[] NoteKind => Encode.OneHot(Note, Notes);

    [Vector(3)] public float[] SizeKind => Encode.OneHot(Size);

    public int? NoteBucket => Encode.Hash(Note, 64);

    public int CentsBucket => Encode.Hash(Cents, int.MaxValue) ?? -1;

    public int MonthBefore => PostedAt.AddMonths(-1).Month;

    [Decimal(10, 2)] public decimal Surcharge => (Size == ParcelSize.Large ? 2.50m : 1.25m) - 0.10m;

    public double? DiscountAsDouble => (double?)Discount;

    public long? DiscountCents => (long?)(Discount + Surcharge);

    public bool IsDiscounted => Discount is > 0.00005m || Discount < Cents;

    public bool IsBetter => From.GreatestScaledScore > To.GreatestScaledScore || Ratio is > 1 and var ratio && ratio < 10;
}
