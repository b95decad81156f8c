using TypedFeatures;
using static TypedFeatures.Duration;

namespace Shop;

/// <summary>What a courier carries, in numbers. The key column may be null.</summary>
[FeatureView("courier_parcels")]
public sealed partial record CourierParcels
{
    [EntityKey] public string Courier { get; init; } = "";
    public long Parcels { get; init; }
    public long NotAboveTen { get; init; }
    public long AboveTen { get; init; }
    public int Items { get; init; }
    public long Cents { get; init; }
    public long DoubledCents7d { get; init; }
    public double? AverageCents { get; init; }
    public double WeightKg { get; init; }
    public double Score { get; init; }
    public double? AverageScore { get; init; }
    public double? LowestScore { get; init; }
    public double? LatestScore { get; init; }
    public double? CentsPerItem { get; init; }
    public double RoundedScore { get; init; }

    static FeatureQuery<CourierParcels> Define(Events<Parcel> parcels) =>
        from p in parcels
        group p by p.Courier into g
        let all = g.All
        select new CourierParcels
        {
            Courier = g.Key,
            Parcels = all.Count(),
            NotAboveTen = all.Count(p => !(p.Score > 10)),
            AboveTen = all.Count(p => p.Score > 10),
            Items = all.Sum(p => p.Items),
            Cents = all.Sum(p => p.Cents),
            DoubledCents7d = g.Last(Days(7)).Sum(p => checked(p.Cents * 2)),
            AverageCents = all.Average(p => p.Cents),
            WeightKg = all.Sum(p => p.WeightKg),
            Score = all.Sum(p => p.Score),
            AverageScore = all.Average(p => p.Score),
            LowestScore = all.Min(p => p.Score),
            LatestScore = all.Latest(p => p.Score),
            CentsPerItem = Numeric.Ratio(all.Sum(p => p.Cents), all.Sum(p => p.Items)),
            RoundedScore = Math.Round(all.Average(p => p.Score) ?? 0),
        };
}
