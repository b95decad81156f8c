using static TypedFeatures.Duration;

namespace TypedFeatures.Parity.Tests;

/// <summary>What may fail behind a guard: C# computes the chosen branch only, so nothing else may fail.</summary>
[FeatureView("user_guards")]
public sealed partial record UserGuards
{
    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public long SumWhereFew { get; init; }
    public bool SumOfFewIsLarge { get; init; }
    public int ClicksOrSum { get; init; }
    public long GuardedProduct { get; init; }
    public long ProductOfSome { get; init; }
    public long? Quotient { get; init; }
    public long? Remainder { get; init; }
    public int? IntRemainder { get; init; }
    public int? IntQuotient { get; init; }
    public long? Absolute { get; init; }
    public int? Negative { get; init; }
    public long? Truncated { get; init; }
    public int? Narrowed { get; init; }
    public long Clean { get; init; }
    public long CountOfProducts { get; init; }
    public bool AnyProduct { get; init; }
    public bool AllSums { get; init; }
    public long MaxOrSum { get; init; }
    public bool FewOrLarge { get; init; }
    public long NarrowedLarge { get; init; }
    public long TruncatedSmall { get; init; }
    public bool TotalIsLarge { get; init; }
    public bool ClicksAreFew { get; init; }
    public long NegatedSmall { get; init; }
    public long DoubledIsTen { get; init; }
    public long LessOneIsSmall { get; init; }
    public long? ProductOnTwoLevels { get; init; }
    public long? ByMinusOne { get; init; }
    public int? IntByMinusOne { get; init; }

    private static FeatureQuery<UserGuards> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.UserId into g
        let day = g.Last(Days(1))
        let hour = g.Last(Hours(1))
        select new UserGuards
        {
            UserId = g.Key,
            Seen = g.Last(Days(7)).Any(),
            SumWhereFew = day.Count() < 3 ? day.Sum(x => x.Bytes) : -1,
            SumOfFewIsLarge = day.Count() < 3 && day.Sum(x => x.Bytes) > 100,
            ClicksOrSum = hour.Max(x => x.Load) is > 1 ? 0 : hour.Sum(x => x.Clicks),
            GuardedProduct = day.Sum(x => x.Clicks < 100 && x.Clicks > -100 && x.Bytes < 1_000_000 && x.Bytes > -1_000_000 ? checked(x.Bytes * x.Clicks) : 0),
            ProductOfSome = day.Where(x => x.Clicks < 5).Where(x => x.Bytes > -100).Where(x => checked(x.Bytes + x.Clicks) > 3).Count(),
            Quotient = hour.Latest(x => x.Clicks != 0 ? x.Bytes / x.Clicks : (long?)null),
            Remainder = hour.Latest(x => x.Clicks != 0 ? x.Bytes % x.Clicks : (long?)null),
            IntRemainder = hour.Latest(x => x.Clicks != 0 ? 7 % x.Clicks : (int?)null),
            IntQuotient = day.Min(x => x.Clicks / 3),
            Absolute = hour.Max(x => Math.Abs(x.Bytes)),
            Negative = hour.Min(x => checked(-x.Clicks)),
            Truncated = hour.Max(x => checked((long)x.Scroll)),
            Narrowed = hour.Min(x => x.Bytes > 0 ? checked((int)x.Bytes) : (int?)null),
            Clean = day.Count(x => x.IsBot == false),
            CountOfProducts = hour.Count(x => x.IsBot != null && checked(x.Clicks * 2) > 4),
            AllSums = hour.All(x => checked(x.Bytes + x.Clicks) > -5),
            MaxOrSum = hour.Where(x => x.Clicks > 2).Max(x => x.Bytes) ?? day.Sum(x => x.Bytes),
            FewOrLarge = day.Count() > 1 || day.Sum(x => x.Clicks) > 3,
            NarrowedLarge = hour.Count(x => checked((int)x.Bytes) > 5),
            TruncatedSmall = hour.Count(x => checked((long)x.Scroll) <= 2),
            TotalIsLarge = hour.Sum(x => x.Bytes) > 5,
            ClicksAreFew = checked(hour.Sum(x => x.Clicks) + 1) < 100,
            NegatedSmall = hour.Count(x => checked(-x.Bytes) < 3),
            DoubledIsTen = hour.Count(x => checked(x.Clicks * 2) == 10),
            LessOneIsSmall = hour.Count(x => checked(x.Bytes - 1) < 3),
            ProductOnTwoLevels = hour.Max(x => x.Clicks == 1 ? checked(x.Bytes * x.Clicks) : x.Bytes < 1_000_000 && x.Bytes > -1_000_000 ? checked(x.Bytes * x.Clicks) : (long?)null),
            ByMinusOne = hour.Max(x => x.Clicks > 2 ? x.Bytes / -1 : (long?)null),
            IntByMinusOne = hour.Min(x => x.Bytes > 2 ? x.Clicks / -1 : (int?)null),
            AnyProduct = day.Any(x => x.Clicks > 1 && checked(x.Clicks + 2_000_000_000) > 2_000_000_003),
        };
}
