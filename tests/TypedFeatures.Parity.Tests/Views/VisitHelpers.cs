using static TypedFeatures.Duration;

#pragma warning disable TF1030 // keys within expressions must agree, too

namespace TypedFeatures.Parity.Tests;

/// <summary>What is read in place of its use: helper methods, computed properties of rows, constant arrays.</summary>
[FeatureView("visit_helpers")]
public sealed partial record VisitHelpers
{
    private static readonly string[] Known = ["a", "abc", "\uFF5E", "line\nbreak"];
    private static readonly Device[] Mobile = [Device.Phone, Device.Tablet];
    private static readonly DateOnly Leap = new(2024, 2, 29);

    [EntityKey] public int UserId { get; init; }
    public bool Seen { get; init; }
    public double? Effort { get; init; }
    public long Heavy { get; init; }
    public long KnownPages { get; init; }
    public long SmallPrimes { get; init; }
    public long FewOrNone { get; init; }
    public long OnMobile { get; init; }
    public long OnLeapDay { get; init; }
    public string? Grade { get; init; }
    public long? Nested { get; init; }
    public double? Capped { get; init; }
    public long? Doubled { get; init; }
    public string Mood { get; init; } = "";

    private static FeatureQuery<VisitHelpers> Define(Events<Visit> visits) =>
        from v in visits
        group v by v.UserId into g
        let week = g.Last(Days(7))
        select new VisitHelpers
        {
            UserId = g.Key,
            Seen = week.Any(),
            Effort = week.Max(x => x.Effort),
            Heavy = week.Count(x => x.IsHeavy(limit: 3) || x.Effort > 10),
            KnownPages = week.Count(x => x.Page != null && Known.Contains(x.Page)),
            SmallPrimes = week.Count(x => new[] { 2, 3, 5, 7 }.Contains(x.Clicks)),
            FewOrNone = week.Count(x => new double?[] { null, 0, 1, 2.5 }.Contains(x.Load)),
            OnMobile = week.Count(x => Mobile.Contains(x.Device)),
            OnLeapDay = week.Count(x => x.Day == Leap || Enumerable.Contains(new[] { Leap, new DateOnly(1970, 1, 1) }, x.Day)),
            Grade = week.Latest(x => GradeOf(x.Load)),
            Nested = week.Max(x => Larger(x.Clicks, Larger(3, Larger(x.Bytes, x.UserId)))),
            Capped = week.Latest(x => x.Load.CappedAt(2)),
            Doubled = week.Max(x => Twice(x.Bytes)),
            Mood = MoodOf(count: week.Count(), isBot: week.Latest(x => x.IsBot)),
        };

    private static string? GradeOf(double? load) => load switch { null => null, < 1 => "fast", < 3 => "fair", _ => "slow" };

    private static long Larger(long left, long right) => left > right ? left : right;

    private static long Twice(long value) => checked(value * 2);

    private static string MoodOf(bool? isBot, long count) => isBot == true ? "machine" : count is > 2 ? "busy" : "calm";
}

internal static class VisitExtensions
{
    public static double CappedAt(this double? value, double limit) => value is { } known ? Math.Min(known, limit) : -limit;
}
