using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found about nulls beside what may fail, made small. Each was a difference once.</summary>
public sealed class FoundNullCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>C# computes both operands before it looks for a null. A guard against what lies under nulls kept ClickHouse from the one that does not fit.</summary>
    [Theory]
    [InlineData("long?", "checked(g.All.Min(x => x.Size) * checked(g.Key * g.Key))")]
    [InlineData("long?", "checked(checked(g.Key * g.Key) - g.All.Latest(x => x.Size))")]
    [InlineData("long?", "checked(1 + checked(g.All.Max(x => x.Size) + checked(g.Key + g.Key)))")]
    [InlineData("long?", "checked(checked(g.All.Max(x => x.Least) + g.Key) + g.All.Max(x => x.Size))")]
    [InlineData("long?", "checked(-(g.All.Max(x => x.Size) & checked(g.Key + g.Key)))")]
    [InlineData("int?", "checked((int?)(g.All.Max(x => x.Size) | checked(g.Key * 4)))")]
    [InlineData("long?", "g.All.Latest(x => checked(x.Size + checked(x.Least + x.Least)))")]
    [InlineData("long", "g.All.Count(x => checked(x.Size + checked(x.Least + x.Least)) == null)")]
    public async Task WhatDoesNotFit_FailsBesideANull(string type, string value)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_powers")]
            public sealed record Power
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long? Size { get; init; }
                public long Least { get; init; }
            }

            [FeatureView("found_powers_of_users")]
            public sealed partial record PowersOfUsers
            {
                [EntityKey] public long User { get; init; }
                public {{type}} Value { get; init; }

                static FeatureQuery<PowersOfUsers> Define(Events<Power> powers) =>
                    from x in powers
                    group x by x.User into g
                    select new PowersOfUsers { User = g.Key, Value = {{value}} };
            }
            """);
        object Row(long id, long user) => definitions.Row(
            "Power", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["User"] = user, ["Size"] = null, ["Least"] = user });

        foreach (var user in new[] { 7L, long.MaxValue })
        {
            await Agree.EverywhereAsync(definitions.View("PowersOfUsers"), [Row(1, user), Row(2, user)], Noon, user);
        }
    }
}
