using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found of instants, dates and lengths of time, made small. Each was a difference once.</summary>
public sealed class FoundTimeCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>ClickHouse's SQL named the date dozens of times in every sum, and one sum of another was more than ClickHouse reads.</summary>
    [Theory]
    [InlineData("DateOnly?", "Max(x => x.Day.AddMonths(-11).AddMonths(1).AddYears(1))")]
    [InlineData("DateTime?", "Mode(x => x.At.AddMonths(-11).AddMonths(1).AddYears(1))")]
    [InlineData("DateOnly?", "Min(x => x.Day.AddMonths(-12000).AddMonths(12001).AddYears(6000).AddYears(-6000))")]
    public async Task MonthsAddedToMonthsAdded(string type, string aggregate)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_months")]
            public sealed record Visit
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public DateOnly Day { get; init; }
            }

            [FeatureView("found_month")]
            public sealed partial record Months
            {
                [EntityKey] public long User { get; init; }
                public {{type}} Value { get; init; }

                static FeatureQuery<Months> Define(Events<Visit> visits) =>
                    from v in visits
                    group v by v.User into g
                    select new Months { User = g.Key, Value = g.All.{{aggregate}} };
            }
            """);
        DateOnly[] days = [new(2024, 1, 31), new(1969, 12, 31), new(1900, 1, 1), new(2299, 12, 31)];
        var rows = days.Select((d, i) => definitions.Row(
            "Visit", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon.AddHours(i - 5), ["User"] = 7, ["Day"] = d })).ToList();

        await Agree.EverywhereAsync(definitions.View("Months"), rows, Noon, 7L);
    }
}
