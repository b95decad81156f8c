using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found of numbers, made small. Each was a difference once.</summary>
public sealed class FoundNumberCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>To ClickHouse a literal above 32 bits is unsigned, and a choice of unsigned literals with one below zero is no number.</summary>
    [Theory]
    [InlineData("TimeSpan", "g.All.Latest(x => x.Price > 1 ? TimeSpan.FromSeconds(61L) : TimeSpan.FromHours(25)) ?? TimeSpan.FromMicroseconds(-1500L)")]
    [InlineData("long", "g.All.Max(x => x.Price > 1 ? 5000000000 : 3) ?? -1L")]
    [InlineData("DateTime", "g.All.Max(x => x.Price > 1 ? new DateTime(2024, 1, 1) : new DateTime(2023, 1, 1)) ?? new DateTime(1969, 1, 1)")]
    public async Task LiteralsOfBothSigns_AreOneNumber(string type, string value)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_signs")]
            public sealed record Sale
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Price { get; init; }
            }

            [FeatureView("found_sign")]
            public sealed partial record Signs
            {
                [EntityKey] public long User { get; init; }
                public {{type}} Value { get; init; }

                static FeatureQuery<Signs> Define(Events<Sale> sales) =>
                    from s in sales
                    group s by s.User into g
                    select new Signs { User = g.Key, Value = {{value}} };
            }
            """);
        var rows = new[] { 2L, 1L }.Select((p, i) => definitions.Row("Sale", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon.AddHours(i - 5), ["User"] = 7, ["Price"] = p })).ToList();

        await Agree.EverywhereAsync(definitions.View("Signs"), rows, Noon, 7L);
        await Agree.EverywhereAsync(definitions.View("Signs"), rows, Noon, 8L);
    }
}
