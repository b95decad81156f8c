using TypedFeatures.Parity.Definitions;

namespace TypedFeatures.Fuzzing.Tests;

/// <summary>What the fuzzer found, made small. Each was a difference once.</summary>
public sealed class FoundCasesTests
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

    /// <summary>Generated code named a local as the field of the other aggregate.</summary>
    [Fact]
    public async Task ColumnsCalledTotalAndTotalValue_StandSideBySide()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_totals")]
            public sealed record Bill
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long? Total { get; init; }
                public long? TotalValue { get; init; }
            }

            [FeatureView("found_totals_view")]
            public sealed partial record Bills
            {
                [EntityKey] public long User { get; init; }
                public long? Total { get; init; }
                public long? TotalValue { get; init; }

                static FeatureQuery<Bills> Define(Events<Bill> bills) =>
                    from b in bills
                    group b by b.User into g
                    let month = g.Last(Days(30))
                    select new Bills { User = g.Key, Total = month.Min(x => x.Total), TotalValue = month.Min(x => x.TotalValue) };
            }
            """);
        object Row(long id, long? total, long? value) =>
            definitions.Row("Bill", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["User"] = 7, ["Total"] = total, ["TotalValue"] = value });

        await Agree.EverywhereAsync(definitions.View("Bills"), [Row(1, 3, null), Row(2, null, 5), Row(3, 4, 4)], Noon, 7L);
    }

    /// <summary>On SQLite nothing ended with the empty text.</summary>
    [Fact]
    public async Task Null_EndsWithNothing()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_ends")]
            public sealed record Word
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public string? Text { get; init; }
                public required string End { get; init; }
            }

            [FeatureView("found_ends_view")]
            public sealed partial record Words
            {
                [EntityKey] public long User { get; init; }
                public long Ending { get; init; }

                static FeatureQuery<Words> Define(Events<Word> words) =>
                    from w in words
                    group w by w.User into g
                    select new Words { User = g.Key, Ending = g.All.Count(x => x.Text?.EndsWith(x.End, StringComparison.Ordinal) == true) };
            }
            """);
        var texts = new (string? Text, string End)[] { (null, ""), ("", ""), ("ab", ""), ("ab", "b"), ("ab", "xab"), ("a", "xxa"), ("\U0001F600a", "a"), (null, "a"), ("ab", "a"), ("b", "bb") };
        var rows = texts.Select((t, i) => definitions.Row("Word", new Dictionary<string, object?> { ["Id"] = i, ["At"] = Noon, ["User"] = 7, ["Text"] = t.Text, ["End"] = t.End })).ToList();

        await Agree.EverywhereAsync(definitions.View("Words"), rows, Noon, 7L);
    }

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

    /// <summary>DuckDB's ingestion had a column of its own by this name.</summary>
    [Fact]
    public async Task ColumnCalledH_IsIngested()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_h")]
            public sealed record Reading
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long H { get; init; }
            }

            [FeatureView("found_h_view")]
            public sealed partial record Readings
            {
                [EntityKey] public long H { get; init; }
                public long Count { get; init; }

                static FeatureQuery<Readings> Define(Events<Reading> readings) =>
                    from r in readings
                    group r by r.H into g
                    select new Readings { H = g.Key, Count = g.All.Count() };
            }
            """);
        object Row(long id, long h) => definitions.Row("Reading", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["H"] = h });

        // The second says the first again; the third claims to be it.
        await Agree.EverywhereAsync(definitions.View("Readings"), [Row(1, 7), Row(1, 7), Row(1, 8), Row(2, 7)], Noon, 7L);
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

    /// <summary>PostgreSQL ordered what one view had taken out of a row by the database's collation when another view counted it: it said "b".</summary>
    [Fact]
    public async Task TextOfAnotherView_OrdersByCodePoint()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_tags")]
            public sealed record Tagging
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public long Place { get; init; }
                public string Tag { get; init; } = "";
            }

            [FeatureView("found_places")]
            public sealed partial record Places
            {
                [EntityKey] public long Place { get; init; }
                public string? Latest { get; init; }
                public string? First { get; init; }
                public string? Usual { get; init; }
                public string Chosen { get; init; } = "";

                static FeatureQuery<Places> Define(Events<Tagging> tags) =>
                    from t in tags
                    group t by t.Place into g
                    select new Places
                    {
                        Place = g.Key,
                        Latest = g.All.Latest(x => x.Tag),
                        First = g.All.First(x => x.Tag),
                        Usual = g.All.Mode(x => x.Tag),
                        Chosen = g.Key == 1 ? "b" : "B",
                    };
            }

            [FeatureView("found_users")]
            public sealed partial record Users
            {
                [EntityKey] public long User { get; init; }
                public string? Latest { get; init; }
                public string? First { get; init; }
                public string? Usual { get; init; }
                public string? Chosen { get; init; }

                static FeatureQuery<Users> Define(Events<Tagging> tags, View<Places> places) =>
                    from t in tags
                    join p in places.Snapshots(every: Hours(1)) on t.Place equals p.Place
                    group new { t, p } by t.User into g
                    select new Users
                    {
                        User = g.Key,
                        Latest = g.All.Mode(x => x.p.Latest),
                        First = g.All.Mode(x => x.p.First),
                        Usual = g.All.Mode(x => x.p.Usual),
                        Chosen = g.All.Mode(x => x.p.Chosen),
                    };
            }
            """);
        object Row(long id, DateTime at, long place, string tag) =>
            definitions.Row("Tagging", new Dictionary<string, object?> { ["Id"] = id, ["At"] = at, ["User"] = 7, ["Place"] = place, ["Tag"] = tag });

        await Agree.EverywhereAsync(
            definitions.View("Users"),
            [Row(1, Noon.AddHours(-9), 1, "b"), Row(2, Noon.AddHours(-9), 2, "B"), Row(3, Noon, 1, "x"), Row(4, Noon, 2, "y")], Noon, 7L);
    }

    /// <summary>The variables of patterns in a window's pass had the names of those in the features, so that the generated code did not compile.</summary>
    [Fact]
    public async Task PatternsOfRowsAndOfFeatures_HaveNamesOfTheirOwn()
    {
        using var definitions = CompiledDefinitions.Compile(
            """
            [EventSource("found_deadlines")]
            public sealed record Deadline
            {
                [EventId] public long Id { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long User { get; init; }
                public DateTime? Due { get; init; }
                public TimeSpan Wait { get; init; }
                public string? Note { get; init; }
            }

            [FeatureView("found_deadline_users")]
            public sealed partial record DeadlineUsers
            {
                [EntityKey] public long User { get; init; }
                public int? Year { get; init; }
                public bool Ends { get; init; }

                static FeatureQuery<DeadlineUsers> Define(Events<Deadline> deadlines) =>
                    from d in deadlines
                    group d by d.User into g
                    let month = g.Last(Days(30))
                    select new DeadlineUsers
                    {
                        User = g.Key,
                        Year = month.Max(x => (x.Due - x.Wait)?.Year),
                        Ends = month.Latest(x => x.Note)?.EndsWith("k", StringComparison.Ordinal) == true,
                    };
            }
            """);
        object Row(long id, DateTime? due, string? note) => definitions.Row(
            "Deadline", new Dictionary<string, object?> { ["Id"] = id, ["At"] = Noon, ["User"] = 7, ["Due"] = due, ["Wait"] = TimeSpan.FromDays(1), ["Note"] = note });

        await Agree.EverywhereAsync(definitions.View("DeadlineUsers"), [Row(1, new DateTime(2031, 1, 1), "ok"), Row(2, null, null)], Noon, 7L);
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
