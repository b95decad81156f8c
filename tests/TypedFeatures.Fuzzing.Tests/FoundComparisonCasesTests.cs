using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found about comparisons, made small. Each was a difference once.</summary>
public sealed class FoundComparisonCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// A null is unequal to a number and equal to a null, and what is not a number is unequal to all, itself included. Where one side may be not a number and both
    /// may be null, SQL said of a null that it is unequal to nothing.
    /// </summary>
    [Theory]
    [InlineData("(g.All.Average(x => x.Size) + g.Last(Hours(36)).Max(x => x.Share)) != g.Last(Days(400), tile: Days(1)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Average(x => x.Size) + g.Last(Hours(36)).Max(x => x.Share)) != g.Last(Days(400)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Average(x => x.Size) + g.Last(Hours(36)).Max(x => x.Share)) != 10")]
    [InlineData("g.Last(Hours(36)).Max(x => x.Share) != g.Last(Days(400)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Average(x => x.Size) + g.Last(Hours(36)).Max(x => x.Share)) == g.Last(Days(400)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Average(x => x.Size) + g.Last(Hours(36)).Max(x => x.Share)) == g.Last(Hours(36)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Average(x => x.Size) + g.Last(Hours(36)).Max(x => x.Share)) != g.Last(Hours(36)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Sum(x => x.Huge) - g.All.Sum(x => x.Huge)) != g.Last(Hours(36)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Sum(x => x.Huge) - g.All.Sum(x => x.Huge)) == g.Last(Hours(36)).Latest(x => x.Worth)")]
    [InlineData("(g.All.Sum(x => x.Huge) - g.All.Sum(x => x.Huge)) != (g.All.Sum(x => x.Huge) - g.All.Sum(x => x.Huge))")]
    [InlineData("(g.All.Max(x => x.Huge * 10) - g.All.Max(x => x.Huge * 10)) == (g.All.Max(x => x.Huge * 10) - g.All.Max(x => x.Huge * 10))")]
    [InlineData("(g.All.Max(x => x.Huge) * 10 - g.All.Max(x => x.Huge) * 10) != (g.All.Max(x => x.Huge) * 10 - g.All.Max(x => x.Huge) * 10)")]
    [InlineData("(g.All.Max(x => x.Huge) * 10 - g.All.Max(x => x.Huge) * 10) == g.Last(Hours(36)).Max(x => x.Share)")]
    [InlineData("g.All.Any(x => checked(x.Size * x.Size) > 0 && (x.Huge * 10 - x.Huge * 10) * x.Share != x.Share)")]
    [InlineData("g.All.Count(x => checked(x.Size * x.Size) > 0 && (x.Huge * 10 - x.Huge * 10) * x.Share == x.Share) == 1")]
    [InlineData("((g.All.Max(x => x.Huge) * 10 - g.All.Max(x => x.Huge) * 10) ?? 5d) > 1")]
    [InlineData("g.All.Any(x => ((x.Share * x.Huge * 10 - x.Share * x.Huge * 10) ?? 5d) > 1 && x.Share != null)")]
    [InlineData("g.All.Any(x => x.Share * 2 - x.Share * 2 != x.Share)")]
    [InlineData("g.All.Any(x => (x.Huge * 10 - x.Huge * 10) != x.Share) && g.All.Any(x => (x.Huge * 10 - x.Huge * 10) != (x.Huge * 10 - x.Huge * 10))")]
    public async Task NullOfAWindow_IsUnequalToANumber(string value)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_shares")]
            public sealed record Holding
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Size { get; init; }
                public double? Share { get; init; }
                public double Worth { get; init; }
                public double Huge { get; init; }
            }

            [FeatureView("found_shares_of_users")]
            public sealed partial record SharesOfUsers
            {
                [EntityKey] public long User { get; init; }
                public bool Value { get; init; }

                static FeatureQuery<SharesOfUsers> Define(Events<Holding> rows) =>
                    from x in rows
                    group x by x.User into g
                    select new SharesOfUsers { User = g.Key, Value = {{value}} };
            }
            """);
        object row = definitions.Row(
            "Holding", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon.AddDays(-50), ["User"] = 7, ["Size"] = 2, ["Share"] = -1.5, ["Worth"] = 10.0, ["Huge"] = 1e308 });

        object other = definitions.Row(
            "Holding", new Dictionary<string, object?> { ["Id"] = 2, ["At"] = Noon.AddDays(-51), ["User"] = 7, ["Size"] = 2, ["Share"] = null, ["Worth"] = 10.0, ["Huge"] = 1e308 });

        await Agree.EverywhereAsync(definitions.View("SharesOfUsers"), [row, other], Noon, 7L);
    }
}
