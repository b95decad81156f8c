using TypedFeatures;

namespace Shop;

/// <summary>What a courier's last parcel is, chosen: switch expressions, patterns, three-valued logic, bits, the numbers behind enums.</summary>
[FeatureView("courier_choices")]
public sealed partial record CourierChoices
{
    [EntityKey] public string Courier { get; init; } = "";
    public string? ScoreBand { get; init; }
    public string? Handling { get; init; }
    public int? SizeNumber { get; init; }
    public bool? FragileAndMany { get; init; }
    public bool? FragileOrMany { get; init; }
    public bool? FragileXorMany { get; init; }
    public bool? NotFragile { get; init; }
    public long UnknownBoth { get; init; }
    public int? OddBits { get; init; }
    public long? CentsShifted { get; init; }
    public string Load { get; init; } = "none";

    static FeatureQuery<CourierChoices> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Courier into g
        let all = g.All
        select new CourierChoices
        {
            Courier = g.Key,
            ScoreBand = all.Latest(p => p.Score switch { null => "unscored", < 0 => "bad", >= 0 and < 5 => "fair", 5 or 6 => "good", _ => "best" }),
            Handling = all.Latest(p => (p.IsFragile, p.Items) switch { (true, > 3) => "crate", (true, _) => "box", (null, var items) when items > 3 => "ask", _ => "bag" }),
            SizeNumber = all.Max(p => (int)p.Size),
            FragileAndMany = all.Latest(p => p.IsFragile & p.Items > 3),
            FragileOrMany = all.Latest(p => p.IsFragile | p.Items > 3),
            FragileXorMany = all.Latest(p => p.IsFragile ^ p.Items > 3),
            NotFragile = all.Latest(p => !p.IsFragile),
            UnknownBoth = all.Count(p => (p.IsFragile & p.Items > 3) is null),
            OddBits = all.Latest(p => p.Items & 6 ^ 1 | ~-9),
            CentsShifted = all.Latest(p => p.Cents >> 2),
            Load = all.Count() switch { 0 => "none", 1 => "one", var n when n < 4 => "few", _ => "many" },
        };
}
