using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>What may fail: exact totals that do not fit, checked integers, a double that cannot be null.</summary>
[FeatureView("user_totals")]
public sealed partial record UserTotals
{
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long BytesTotal { get; init; }
    public long BytesEver { get; init; }
    public int ClicksTotal { get; init; }
    public long Product { get; init; }
    public long? LargestProduct { get; init; }
    public int? LargestSum { get; init; }
    public long Weighted { get; init; }
    public double? AverageBytes { get; init; }
    public double? AverageBytesEver { get; init; }
    public long Balance { get; init; }
    public int Whole { get; init; }
    public double Squares { get; init; }
    public double? SquaresMagnitude { get; init; }
    public TimeSpan Spent { get; init; }

    private static FeatureQuery<UserTotals> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.UserId into g
        let day = g.Last(Days(1))
        select new UserTotals
        {
            UserId = g.Key,
            Seen = g.All.Any(),
            BytesTotal = day.Sum(x => x.Bytes),
            BytesEver = g.All.Sum(x => x.Bytes),
            ClicksTotal = day.Sum(x => x.Clicks),
            Product = g.Last(Hours(1)).Sum(x => checked(x.Bytes * x.Clicks)),
            LargestProduct = day.Where(x => x.Clicks != 7).Max(x => checked(x.Bytes * x.Clicks)),
            LargestSum = day.Max(x => checked(x.Clicks + 1)),
            Weighted = g.All.Sum(x => x.IsBot == true ? checked(x.Bytes - 1) : x.Clicks),
            AverageBytes = day.Average(x => x.Bytes),
            AverageBytesEver = g.All.Average(x => x.Bytes),
            Balance = checked(day.Count() - day.Sum(x => x.Clicks)),
            Whole = checked((int)(day.Max(x => x.Scroll) ?? 0)),
            Squares = day.Sum(x => x.Scroll * x.Scroll),
            SquaresMagnitude = day.Sum(x => x.Scroll * x.Scroll),
            Spent = g.All.Sum(x => x.Spent),
        };
}
