using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>The same dimension twice under two roles, told apart by a constant in the key, and an inner join on what an outer one found.</summary>
[FeatureView("sensor_holders")]
public sealed partial record SensorHolders
{
    [EntityKey] public long SensorId { get; init; }
    public bool Seen { get; init; }
    public long Signals { get; init; }
    public long Gold { get; init; }
    public long Silver { get; init; }
    public string? LastTitle { get; init; }
    public int? LastGoldLimit { get; init; }
    public int? LastSilverLimit { get; init; }
    public DateTime? GoldExpiry { get; init; }
    public bool? LastRevoked { get; init; }

    private static FeatureQuery<SensorHolders> Define(Events<Signal> signals, Dimension<Permit> permits, Dimension<Holder> holders) =>
        from m in signals
        join gold in permits on new { m.OutletId, Grade = Tier.Gold } equals new { OutletId = (long?)gold.OutletId, gold.Grade } into golds
        from gold in golds.DefaultIfEmpty()
        join silver in permits on new { m.OutletId, Grade = Tier.Silver } equals new { OutletId = (long?)silver.OutletId, silver.Grade } into silvers
        from silver in silvers.DefaultIfEmpty()
        join h in holders on gold?.Holder ?? silver?.Holder equals (string?)h.Name
        group new { gold, silver, h } by m.SensorId into g
        let all = g.Last(Days(90))
        select new SensorHolders
        {
            SensorId = g.Key,
            Seen = all.Any(),
            Signals = all.Count(),
            Gold = all.Count(x => x.gold != null),
            Silver = g.Last(Days(30)).Count(x => x.silver != null),
            LastTitle = all.Latest(x => x.h.Title),
            LastGoldLimit = all.Latest(x => x.gold?.Limit),
            LastSilverLimit = all.Latest(x => x.silver?.Limit),
            GoldExpiry = all.Latest(x => x.gold?.ExpiresAt),
            LastRevoked = all.Latest(x => x.gold?.IsRevoked),
        };
}
