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

    /// <summary>ClickHouse's pow() made anything of powers with huge exponents: 5 to the 2⁵³ was 5e307, and 0.0006 to the 2e17 was not 0.</summary>
    [Fact]
    public async Task PowersBeyondAllNumbers_AreNullOrZero()
    {
        (double Base, double Exponent)[] powers =
        [
            (5, 9007199254740992), (-5, 9007199254740992), (0.000008958407218807048, -6064381722200158), (0.0006272834180658457, 181058001351492160),
            (147.19280705957104, -175178288461993100), (1.0000000000000002, 1e16), (0, 3), (0, -3), (0, 0), (-0.5, 0.5), (-2, 3), (1, 1e300), (2, 1023), (2, -1074),
        ];
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_powers")]
            public sealed record Power
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public double Base { get; init; }
                public double Exponent { get; init; }
            }

            [FeatureView("found_power")]
            public sealed partial record Powers
            {
                [EntityKey] public long User { get; init; }
                {{string.Concat(powers.Select((_, i) => $"public double? P{i} {{ get; init; }} "))}}

                static FeatureQuery<Powers> Define(Events<Power> powers) =>
                    from p in powers
                    group p by p.User into g
                    select new Powers { User = g.Key, {{string.Join(", ", powers.Select((_, i) => $"P{i} = g.All.Where(x => x.Id == {i}).Latest(x => Numeric.Pow(x.Base, x.Exponent))"))}} };
            }
            """);
        var rows = powers.Select((p, i) => definitions.Row(
            "Power", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon.AddHours(-1), ["User"] = 7, ["Base"] = p.Base, ["Exponent"] = p.Exponent })).ToList();

        await Agree.EverywhereAsync(definitions.View("Powers"), rows, Noon, 7L);
    }

    /// <summary>What stands in both branches of a CASE ClickHouse computes for all rows, whatever guards it within the branches.</summary>
    [Theory]
    [InlineData("(int)g.AsOf.DayOfWeek != 0 ? (g.Key != 0 ? g.Key % g.Key : g.Key) % (int)g.AsOf.DayOfWeek : (g.Key != 0 ? g.Key % g.Key : g.Key)")]
    [InlineData("g.AsOf.Day > 9 ? (g.Key != 0 ? 6 / g.Key : 1) : (g.Key != 0 ? 6 / g.Key : 2)")]
    [InlineData("g.Key != 0 ? 7 % g.Key : (g.Key == 0 ? 1 : 7 % g.Key)")]
    [InlineData("g.All.Max(x => x.Price > 3 ? (x.Price != 0 ? 6 % x.Price : 1) : (x.Price == 0 ? 5 : 6 % x.Price)) ?? 0")]
    [InlineData("g.All.Max(x => (x.Price > 3 ? (x.Price != 0 ? checked((int)(6000000000 / x.Price)) : 1) : (x.Price == 0 ? 5 : checked((int)(6000000000 / x.Price)))) % 7) ?? 0")]
    public async Task DivisionInBothBranches_IsDoneWhereItIsGuarded(string feature)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_divisions")]
            public sealed record Sale
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public int User { get; init; }
                public long Price { get; init; }
            }

            [FeatureView("found_divisions_view")]
            public sealed partial record Sales
            {
                [EntityKey] public int User { get; init; }
                public long Value { get; init; }

                static FeatureQuery<Sales> Define(Events<Sale> sales) =>
                    from s in sales
                    group s by s.User into g
                    select new Sales { User = g.Key, Value = {{feature}} };
            }
            """);
        var noon = new DateTime(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);
        var rows = new long[] { 0, 4, 0, 7 }.Select((price, i) => definitions.Row("Sale", new Dictionary<string, object?> { ["Id"] = i, ["At"] = noon.AddHours(-1 - i), ["User"] = 0, ["Price"] = price })).ToList();

        await Agree.EverywhereAsync(definitions.View("Sales"), rows, noon, 0);
    }
}
