using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found about values that engines know when they plan: literals, and the as-of of a snapshot. Each was a difference once.</summary>
public sealed class FoundConstantCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// A snapshot's as-of is a parameter, and members of literals are no constants to C#. ClickHouse and PostgreSQL computed what is made of them alone before they
    /// looked at the condition it stands under.
    /// </summary>
    [Theory]
    [InlineData("g.AsOf.Millisecond != 0 ? 1 % g.AsOf.Millisecond : 3")]
    [InlineData("g.AsOf.Millisecond != 0 && g.All.Any(x => x.Flag) ? 1 / g.AsOf.Millisecond : 3")]
    [InlineData("g.All.Any(x => x.Flag) ? checked(2147483647 + g.AsOf.Day) : 4")]
    [InlineData("g.All.Any(x => x.Flag) ? checked((int)(4611686018427387904L * g.AsOf.Hour)) : 4")]
    [InlineData("g.All.Max(x => x.Size) ?? checked(2147483647 + g.AsOf.Day)")]
    [InlineData("g.All.Any(x => x.Flag) ? checked(2147483647 + \"abc\".Length) : 4")]
    [InlineData("g.All.Max(x => x.Flag ? checked(2147483647 + \"abc\".Length) : x.Size) ?? 0")]
    [InlineData("g.All.Any(x => x.Flag) ? checked((int)new DateTime(2024, 1, 1).Subtract(new DateTime(1970, 1, 1)).TotalMicroseconds) : 4")]
    public async Task WhatIsMadeOfConstants_FailsOnlyWhereItIsNeeded(string value)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_ticks")]
            public sealed record Tick
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public bool Flag { get; init; }
                public int? Size { get; init; }
            }

            [FeatureView("found_ticks_of_users")]
            public sealed partial record TicksOfUsers
            {
                [EntityKey] public long User { get; init; }
                public int Value { get; init; }

                static FeatureQuery<TicksOfUsers> Define(Events<Tick> ticks) =>
                    from x in ticks
                    group x by x.User into g
                    select new TicksOfUsers { User = g.Key, Value = {{value}} };
            }
            """);
        object row = definitions.Row("Tick", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon, ["User"] = 7, ["Flag"] = false, ["Size"] = 5 });

        await Agree.EverywhereAsync(definitions.View("TicksOfUsers"), [row], Noon, 7L);
    }

    /// <summary>What is chosen of small literals was an INTEGER to DuckDB, which what is made of it overflowed.</summary>
    [Theory]
    [InlineData("TimeSpan.FromSeconds(g.All.Any(x => x.Points < 0) ? -1L : 1000L).TotalMilliseconds")]
    [InlineData("TimeSpan.FromSeconds(g.All.Max(x => x.Points) switch { null => -1L, < 0 => 1000L, _ => 1001L }).TotalMilliseconds")]
    [InlineData("checked((g.All.Any(x => x.Points < 0) ? 2L : 3L) * (g.All.Any(x => x.Points > 0) ? 2000000000L : 1L))")]
    [InlineData("checked(Math.Max(2L, 3L) * (g.All.Any(x => x.Points > 0) ? 2000000000L : 1L))")]
    [InlineData("checked((g.All.Max(x => x.Points > 0 ? 2000000000L : 1L) ?? 5L) * 3L)")]
    [InlineData("g.All.Latest(x => checked((x.Points > 0 ? 2000000000L : 1L) + (x.Points > 1 ? 2000000000L : 1L)))")]
    public async Task WhatIsChosenOfSmallLiterals_IsLong(string value)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_throws")]
            public sealed record Throw
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Points { get; init; }
            }

            [FeatureView("found_points_of_users")]
            public sealed partial record PointsOfUsers
            {
                [EntityKey] public long User { get; init; }
                public double? Value { get; init; }

                static FeatureQuery<PointsOfUsers> Define(Events<Throw> throws) =>
                    from x in throws
                    group x by x.User into g
                    select new PointsOfUsers { User = g.Key, Value = {{value}} };
            }
            """);
        object row = definitions.Row("Throw", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon, ["User"] = 7, ["Points"] = 4L });

        await Agree.EverywhereAsync(definitions.View("PointsOfUsers"), [row], Noon, 7L);
    }

    /// <summary>The greatest of an Int64 and a literal beyond 32 bits was a UInt64 to ClickHouse, which no Int64 joins.</summary>
    [Theory]
    [InlineData(4L)]
    [InlineData(-4L)]
    [InlineData(long.MaxValue)]
    public async Task LiteralBeyond32Bits_IsSigned(long score)
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_scores")]
            public sealed record Score
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long Points { get; init; }
            }

            [FeatureView("found_scores_of_users")]
            public sealed partial record ScoresOfUsers
            {
                [EntityKey] public long User { get; init; }
                public long Rows { get; init; }
                public long Least { get; init; }
                public long Other { get; init; }
                public DateTime? Far { get; init; }

                static FeatureQuery<ScoresOfUsers> Define(Events<Score> scores) =>
                    from x in scores
                    group x by Math.Max(x.Points, 4294967296L) into g
                    select new ScoresOfUsers
                    {
                        User = g.Key,
                        Rows = g.All.Count(),
                        Least = Math.Min(g.All.Max(x => x.Points) ?? 0, 4294967296L),
                        Other = g.All.Latest(x => x.Points & 4294967299L) ?? 4294967296L,
                        Far = g.All.Any(x => x.Points > 4294967296L) ? new DateTime(2024, 1, 1) : g.All.Max(x => x.At),
                    };
            }
            """);
        object row = definitions.Row("Score", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon, ["Points"] = score });

        await Agree.EverywhereAsync(definitions.View("ScoresOfUsers"), [row], Noon, Math.Max(score, 4294967296L));
    }
}
