using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found of computations that fail, and of where they must not, made small. Each was a difference once.</summary>
public sealed class FoundFailureCasesTests
{
    private static readonly DateTime Noon = new(2024, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <summary>LINQ stops at the first value, or goes backwards from the last; engines compute every row of the window.</summary>
    [Theory]
    [InlineData("long? ", "First(x => checked(x.Price * x.Price))")]
    [InlineData("long? ", "Latest(x => checked(x.Price * x.Price))")]
    [InlineData("string? ", "First(x => checked(x.Price * x.Price) > 5 ? \"much\" : \"little\")")]
    [InlineData("string? ", "Latest(x => checked(x.Price * x.Price) > 5 ? \"much\" : \"little\")")]
    public async Task RowThatFails_FailsTheAggregate_WhateverItsPlace(string type, string aggregate)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_prices")]
            public sealed record Sale
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Price { get; init; }
            }

            [FeatureView("found_price")]
            public sealed partial record Prices
            {
                [EntityKey] public long User { get; init; }
                public {{type}} Value { get; init; }

                static FeatureQuery<Prices> Define(Events<Sale> sales) =>
                    from s in sales
                    group s by s.User into g
                    select new Prices { User = g.Key, Value = g.All.{{aggregate}} };
            }
            """);
        long[] prices = [1, 4_294_967_296, 2];
        var rows = prices.Select((p, i) => definitions.Row("Sale", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon.AddHours(i - 5), ["User"] = 7, ["Price"] = p })).ToList();

        await Agree.EverywhereAsync(definitions.View("Prices"), rows, Noon, 7L);
    }

    /// <summary>C# computes what may fail whatever comes of it; an engine that simplifies might not.</summary>
    [Theory]
    [InlineData("checked(x.Price * x.Price) > 5 || true")]
    [InlineData("checked(x.Price * x.Price) > 5 && (x.Price > 0 && false)")]
    [InlineData("checked(x.Price * x.Price) > 5 & false")]
    [InlineData("checked(x.Price * x.Price) > 5 && x.Price < 0")]
    [InlineData("checked(x.Price * x.Price) > 5 || x.Price > 0")]
    [InlineData("checked(x.Price * x.Price) > 5 & x.Price < 0")]
    [InlineData("(checked(x.Price * x.Price) > 5 ? 1 : 2) > 0")]
    [InlineData("checked(x.Price * x.Price) switch { > -2 and var v when v < 5 && false => 1, _ => 2 } == 2")]
    [InlineData("checked(x.Price * x.Price) is > 5 or < 7")]
    [InlineData("Math.Sign(checked((int)x.Price)) == 1")]
    [InlineData("Math.Sign(checked(x.Price * x.Price)) == 1")]
    [InlineData("checked((int)x.Price) > 0")]
    [InlineData("checked((int)x.Price) > 2d")]
    [InlineData("checked((int)x.Price) < 2.5")]
    [InlineData("checked((int)x.Price) > 2m")]
    [InlineData("checked((int)x.Price) + 1.5 > 2.5")]
    [InlineData("checked((int?)x.Bonus) is null")]
    [InlineData("checked((int?)x.Bonus) != 5")]
    [InlineData("checked((int?)x.Bonus) > 5")]
    [InlineData("Math.Max(checked((int)x.Price), 3) > 2")]
    [InlineData("Math.Abs(checked((int)x.Price)) > 2")]
    [InlineData("checked(-(int)x.Price) > 2")]
    [InlineData("checked((int)x.Price) is 1 or > 7")]
    [InlineData("new[] { 1, 7 }.Contains(checked((int)x.Price))")]
    [InlineData("checked((int)x.Price).ToString(System.Globalization.CultureInfo.InvariantCulture) == \"1\"")]
    [InlineData("checked((int)x.Price) == 4294967296L")]
    [InlineData("checked(x.Bonus * x.Bonus) is null")]
    [InlineData("checked(x.Bonus * x.Bonus) != null")]
    [InlineData("checked(x.Bonus * x.Bonus).HasValue")]
    [InlineData("(checked(x.Price * x.Price) > 5 ? 1L : 1L) == 1L")]
    [InlineData("checked(x.Price * x.Price) == checked(x.Price * x.Price)")]
    [InlineData("checked(x.Price * x.Price) > 5 ? x.Price > 0 : x.Price > 0")]
    [InlineData("(checked(x.Price * x.Price) > 5 || x.Price > 0) && x.Price != x.Price")]
    [InlineData("(checked(x.Price * x.Price) > 5 && x.Price > 0) || x.Price == x.Price")]
    public async Task ConditionThatFails_FailsWhateverStandsBesideIt(string condition)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_moot_prices")]
            public sealed record Sale
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Price { get; init; }
                public long? Bonus { get; init; }
            }

            [FeatureView("found_moot_price")]
            public sealed partial record Prices
            {
                [EntityKey] public long User { get; init; }
                public long Value { get; init; }

                static FeatureQuery<Prices> Define(Events<Sale> sales) =>
                    from s in sales
                    group s by s.User into g
                    select new Prices { User = g.Key, Value = g.All.Count(x => {{condition}}) };
            }
            """);
        long[] prices = [1, 4_294_967_296, 2];
        var rows = prices.Select((p, i) => definitions.Row("Sale", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon.AddHours(i - 5), ["User"] = 7, ["Price"] = p, ["Bonus"] = p == 2 ? null : p })).ToList();

        await Agree.EverywhereAsync(definitions.View("Prices"), rows, Noon, 7L);
    }

    /// <summary>ClickHouse computes what may fail behind a CASE, and lists then had an item for every row that the window left out.</summary>
    [Fact]
    public async Task ListOfWhatMayFail_HasTheRowsOfItsWindow()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_list_readings")]
            public sealed record Reading
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public double Score { get; init; }
            }

            [FeatureView("found_lists")]
            public sealed partial record Lists
            {
                [EntityKey] public long User { get; init; }
                public long Week { get; init; }
                public FeatureList<long> First { get; init; } = [];
                public FeatureList<long> Latest { get; init; } = [];

                static FeatureQuery<Lists> Define(Events<Reading> readings) =>
                    from r in readings
                    group r by r.User into g
                    select new Lists
                    {
                        User = g.Key,
                        Week = g.Last(Days(7)).Count(),
                        First = g.Last(Days(1)).FirstK(3, x => checked((long)x.Score)),
                        Latest = g.Last(Days(1)).LatestK(3, x => checked((long)x.Score)),
                    };
            }
            """);
        object Row(long id, DateTime at, double score) =>
            definitions.Row("Reading", new Dictionary<string, object?> { ["Id"] = id, ["At"] = at, ["User"] = 7, ["Score"] = score });

        await Agree.EverywhereAsync(
            definitions.View("Lists"), [Row(1, Noon.AddDays(-3), 1e300), Row(2, Noon.AddHours(-2), 5.5), Row(3, Noon, -0.5), Row(4, Noon.AddDays(-2), 7)], Noon, 7L);
    }

    /// <summary>ClickHouse computed the default where there was a value, and failed where only the default does not fit.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task DefaultThatDoesNotFit_FailsOnlyWhereItIsNeeded(bool hasValue)
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_bills_of_all")]
            public sealed record Bill
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long? Least { get; init; }
                public long Count { get; init; }
                [Decimal(18, 4)] public decimal? Paid { get; init; }
                [Decimal(18, 4)] public decimal Total { get; init; }
            }

            [FeatureView("found_defaults")]
            public sealed partial record Defaults
            {
                [EntityKey] public long User { get; init; }
                [Decimal(18, 4)] public decimal Decimals { get; init; }
                public long Longs { get; init; }
                public long Rows { get; init; }

                static FeatureQuery<Defaults> Define(Events<Bill> bills) =>
                    from b in bills
                    group b by b.User into g
                    select new Defaults
                    {
                        User = g.Key,
                        Decimals = g.All.Min(x => x.Paid) ?? g.All.Sum(x => x.Total),
                        Longs = g.All.Min(x => x.Least) ?? g.All.Sum(x => x.Count),
                        Rows = g.All.Max(x => x.Least ?? checked(x.Count * 2)) ?? 0,
                    };
            }
            """);
        object Row(long id) => definitions.Row("Bill", new Dictionary<string, object?>
        {
            ["Id"] = id, ["At"] = Noon, ["User"] = 7, ["Least"] = hasValue ? 3L : null, ["Count"] = long.MaxValue, ["Paid"] = hasValue ? 0.5m : null, ["Total"] = 90_071_992_547_409.9301m,
        });

        await Agree.EverywhereAsync(definitions.View("Defaults"), [Row(1), Row(2)], Noon, 7L);
    }

    /// <summary>ClickHouse cast what lay under a null, and failed where it does not fit: 0 − 4294967296, and 0 − (−2⁶³).</summary>
    [Fact]
    public async Task NullThatIsComputedWith_IsNull_WhateverLiesUnderIt()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_gaps")]
            public sealed record Gap
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long? Size { get; init; }
                public int? Count { get; init; }
                public long Least { get; init; }
                public TimeSpan? Wait { get; init; }
            }

            [FeatureView("found_gaps_of_users")]
            public sealed partial record GapsOfUsers
            {
                [EntityKey] public long User { get; init; }
                public int Narrow { get; init; }
                public long? Far { get; init; }
                public int? Tenfold { get; init; }
                public long? Rows { get; init; }
                public TimeSpan? Longer { get; init; }

                static FeatureQuery<GapsOfUsers> Define(Events<Gap> gaps) =>
                    from x in gaps
                    group x by x.User into g
                    select new GapsOfUsers
                    {
                        User = g.Key,
                        Narrow = checked((int?)checked(g.All.Min(x => x.Size) - 4294967296L)) ?? 10,
                        Far = checked(g.All.Min(x => x.Size) - g.All.Min(x => x.Least)),
                        Tenfold = checked((int?)checked((long?)g.All.Max(x => x.Count) * 10)),
                        Rows = g.All.Latest(x => checked(x.Size - x.Least)),
                        Longer = g.All.Max(x => x.Wait + TimeSpan.FromDays(10_000_000)),
                    };
            }
            """);
        object Row(long id) => definitions.Row(
            "Gap", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["User"] = 7, ["Size"] = null, ["Count"] = null, ["Least"] = long.MinValue, ["Wait"] = null });

        await Agree.EverywhereAsync(definitions.View("GapsOfUsers"), [Row(1), Row(2)], Noon, 7L);
    }

    /// <summary>C# asks a row for its key before its amount: a key that fails does so beside an amount that is null, too.</summary>
    [Theory]
    [InlineData("g.All.SumBy(x => x.On.AddMonths(2147483647), x => x.Price)")]
    [InlineData("g.All.SumBy(x => x.On.AddMonths(x.Id > 0 ? 2147483647 : 0), x => x.Price)")]
    [InlineData("g.All.Where(x => x.Id < 5).SumBy(x => x.Later == null ? x.Later : x.On.AddMonths(2147483647), x => x.Price)")]
    [InlineData("g.Last(Days(3)).SumBy(x => x.On.AddMonths(2147483647), x => x.Weight)")]
    [InlineData("g.Last(Days(3)).SumBy(x => x.Later, x => (long?)checked(x.Id + 9223372036854775807))")]
    [InlineData("g.Last(Days(3), tile: Hours(1)).SumBy(x => x.On.AddMonths(2147483647), x => x.Price)")]
    public async Task KeyThatFails_BesideAnAmountThatIsNull_Fails(string feature)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_failing_keys")]
            public sealed record Row
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public DateOnly On { get; init; }
                public DateOnly? Later { get; init; }
                public long? Price { get; init; }
                public double Weight { get; init; }
            }

            [FeatureView("found_failing_keys_view")]
            public sealed partial record Rows
            {
                [EntityKey] public long User { get; init; }
                public FeatureMap<DateOnly, {{(feature.Contains("Weight") ? "double" : "long")}}>? Total { get; init; }

                static FeatureQuery<Rows> Define(Events<Row> rows) =>
                    from r in rows
                    group r by r.User into g
                    select new Rows { User = g.Key, Total = {{feature}} };
            }
            """);
        object[] rows =
        [
            definitions.Row("Row", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon.AddHours(-1), ["User"] = 7, ["On"] = new DateOnly(2024, 2, 29), ["Later"] = new DateOnly(2024, 2, 29) }),
        ];

        await Agree.EverywhereAsync(definitions.View("Rows"), rows, Noon, 7L);
    }

    /// <summary>A key that is not finite is no key: C# does not ask for its amount, which may fail.</summary>
    [Theory]
    [InlineData("g.All.SumBy(x => x.Weight * 1e300 * 1e300, x => checked(x.Id + 9223372036854775807))")]
    [InlineData("g.All.SumBy(x => x.Weight * 1e300 * 1e300, x => (long?)checked(x.Id + 9223372036854775807))")]
    [InlineData("g.All.SumBy(x => x.Rate * 1e300 * 1e300, x => checked(x.Id + 9223372036854775807))")]
    public async Task AmountThatFails_BesideAKeyThatIsNotFinite_DoesNotFail(string feature)
    {
        using var definitions = CompiledDefinitions.Compile(
            $$"""
            [EventSource("found_infinite_keys")]
            public sealed record Row
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public double Weight { get; init; }
                public double? Rate { get; init; }
            }

            [FeatureView("found_infinite_keys_view")]
            public sealed partial record Rows
            {
                [EntityKey] public long User { get; init; }
                public FeatureMap<double, long> Total { get; init; } = FeatureMap<double, long>.Empty;

                static FeatureQuery<Rows> Define(Events<Row> rows) =>
                    from r in rows
                    group r by r.User into g
                    select new Rows { User = g.Key, Total = {{feature}} };
            }
            """);
        object[] rows = [definitions.Row("Row", new Dictionary<string, object?> { ["Id"] = 1, ["At"] = Noon.AddHours(-1), ["User"] = 7, ["Weight"] = 1d, ["Rate"] = 1d })];

        await Agree.EverywhereAsync(definitions.View("Rows"), rows, Noon, 7L);
    }
}
