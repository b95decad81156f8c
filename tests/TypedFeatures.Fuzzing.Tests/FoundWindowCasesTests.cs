using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found of windows, aggregates and joins, made small. Each was a difference once.</summary>
public sealed class FoundWindowCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>Generated code merged the tiles of what could not be merged.</summary>
    [Fact]
    public async Task ListsAndVectors_OverTiles()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_tiles")]
            public sealed record Step
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long? Price { get; init; }
                [Vector(2)] public float[]? Shape { get; init; }
            }

            [FeatureView("found_tiles_view")]
            public sealed partial record Steps
            {
                [EntityKey] public long User { get; init; }
                public FeatureList<long> First { get; init; } = FeatureList<long>.Empty;
                public FeatureList<long> Latest { get; init; } = FeatureList<long>.Empty;
                [Vector(2)] public float[] Sum { get; init; } = [0, 0];
                [Vector(2)] public float[]? Mean { get; init; }

                static FeatureQuery<Steps> Define(Events<Step> steps) =>
                    from s in steps
                    group s by s.User into g
                    let tiled = g.Last(Hours(30), tile: Hours(1))
                    select new Steps
                    {
                        User = g.Key,
                        First = tiled.FirstK(3, x => x.Price),
                        Latest = tiled.LatestK(3, x => x.Price),
                        Sum = tiled.Sum(x => x.Shape),
                        Mean = tiled.Average(x => x.Shape),
                    };
            }
            """);
        var rows = Enumerable.Range(0, 40).Select(i => definitions.Row("Step", new Dictionary<string, object?>
        {
            ["Id"] = i, ["At"] = Noon.AddMinutes(-53 * i), ["User"] = 7, ["Price"] = i % 5 == 0 ? null : i, ["Shape"] = i % 4 == 0 ? null : new float[] { i, -i },
        })).ToList();

        await Agree.EverywhereAsync(definitions.View("Steps"), rows, Noon, 7L);
    }

    /// <summary>A window whose aggregate cannot matter is a window all the same: an entity with rows in it alone is found.</summary>
    [Theory]
    [InlineData("g.All.Min(x => x.Price) switch { > -2 and var v when v < 5 && false => 1, _ => 1 }")]
    [InlineData("g.All.Min(x => x.Price) > 5 && false ? 1 : 2")]
    [InlineData("g.All.Min(x => x.Price) > 5 || true ? 1 : 2")]
    public async Task WindowThatCannotMatter_StillFinds(string value)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_moot_windows")]
            public sealed record Sale
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public int Price { get; init; }
            }

            [FeatureView("found_moot_window")]
            public sealed partial record Prices
            {
                [EntityKey] public long User { get; init; }
                public int Value { get; init; }
                public long Recent { get; init; }

                static FeatureQuery<Prices> Define(Events<Sale> sales) =>
                    from s in sales
                    group s by s.User into g
                    select new Prices { User = g.Key, Value = {{value}}, Recent = g.Last(Days(1)).Count() };
            }
            """);
        object[] rows = [definitions.Row("Sale", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon.AddDays(-30), ["User"] = 7, ["Price"] = 3 })];

        definitions.View("Prices").Descriptor.LongestLookback.ShouldBeNull();
        await Agree.EverywhereAsync(definitions.View("Prices"), rows, Noon, 7L);
    }

    /// <summary>ClickHouse read neither as much text nor as many nodes.</summary>
    [Fact]
    public async Task HundredsOfFeatures_AreOneStatement()
    {
        var numbers = Enumerable.Range(1, 300).ToList();
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_hundreds")]
            public sealed record Visit
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
            }

            [FeatureView("found_hundreds_view")]
            public sealed partial record Hundreds
            {
                [EntityKey] public long User { get; init; }
                {{string.Concat(numbers.Select(n => $"public DateTime? F{n} {{ get; init; }} "))}}

                static FeatureQuery<Hundreds> Define(Events<Visit> visits) =>
                    from v in visits
                    group v by v.User into g
                    select new Hundreds { User = g.Key, {{string.Join(", ", numbers.Select(n => $"F{n} = g.All.Max(x => x.At.AddHours({n}).AddMinutes({n}).AddSeconds({n}))"))}} };
            }
            """);

        await Agree.EverywhereAsync(definitions.View("Hundreds"), [definitions.Row("Visit", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon, ["User"] = 7 })], Noon, 7L);
    }

    /// <summary>PostgreSQL has no min() and max() of booleans.</summary>
    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, false, null)]
    [InlineData(null, null, null)]
    [InlineData(false, null, false)]
    public async Task LeastAndGreatest_OfBooleans(params bool?[] values)
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_flags")]
            public sealed record Flag
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public bool? IsSet { get; init; }
            }

            [FeatureView("found_flags_view")]
            public sealed partial record Flags
            {
                [EntityKey] public long User { get; init; }
                public bool? Least { get; init; }
                public bool? Greatest { get; init; }

                static FeatureQuery<Flags> Define(Events<Flag> flags) =>
                    from f in flags
                    group f by f.User into g
                    select new Flags { User = g.Key, Least = g.All.Min(x => x.IsSet), Greatest = g.Last(Days(1)).Max(x => x.IsSet) };
            }
            """);
        var rows = values.Select((v, i) => definitions.Row("Flag", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon, ["User"] = 7, ["IsSet"] = v })).ToList();

        await Agree.EverywhereAsync(definitions.View("Flags"), rows, Noon, 7L);
    }

    /// <summary>ClickHouse refused to join by a key that it folds to a constant.</summary>
    [Fact]
    public async Task KeyThatFoldsToAConstant_Joins()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_sales")]
            public sealed record Sale
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                [IngestTime] public DateTime Known { get; init; }
                public long User { get; init; }
                public string Place { get; init; } = "";
            }

            [DimensionSource("found_rates")]
            public sealed record Rate
            {
                [EntityKey] public string Place { get; init; } = "";
                [ValidFrom] public DateTime From { get; init; }
                [IngestTime] public DateTime Known { get; init; }
                public double Value { get; init; }
            }

            [FeatureView("found_sales_of_users")]
            public sealed partial record SalesOfUsers
            {
                [EntityKey] public long User { get; init; }
                public double Total { get; init; }

                static FeatureQuery<SalesOfUsers> Define(Events<Sale> sales, Dimension<Rate> rates) =>
                    from s in sales
                    join r in rates on (false ? s.Place : "home") equals r.Place
                    group new { s, r } by s.User into g
                    select new SalesOfUsers { User = g.Key, Total = g.All.Sum(x => x.r.Value) };
            }
            """);
        object Sale(long id) => definitions.Row("Sale", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["Known"] = Noon, ["User"] = 7, ["Place"] = "away" });
        object Rate(string place, double value) => definitions.Row(
            "Rate", new Dictionary<string, object?> { ["Place"] = place, ["From"] = Noon.AddDays(-1), ["Known"] = Noon.AddDays(-1), ["Value"] = value });

        await Agree.EverywhereAsync(definitions.View("SalesOfUsers"), [Rate("home", 2), Rate("away", 5), Sale(1), Sale(2)], Noon, 7L);
    }
}
