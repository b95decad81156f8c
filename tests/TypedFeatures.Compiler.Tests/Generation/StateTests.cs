namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>What the states of small views do, by hand.</summary>
public sealed class StateTests
{
    private const long Day = 86_400_000_000;
    private const long Start = 1_700_000_000_000_000;

    [Fact]
    public void TheWholePast_IsKeptAsTotals_AndPendingRowsJoinWhenTheirTimeComes()
    {
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("long?", "g.All.Max(o => o.Points)"));
        object?[][] rows = [[1L, Start - (4000 * Day), 5L], [1L, Start, 7L], [1L, Start + 10, 9L], [1L, Start + 20, null]];
        view.Feature("Value", 1L, Start, Start, rows).ShouldBe(7L);
        view.Feature("Value", 1L, Start, Start + 9, rows).ShouldBe(7L);
        view.Feature("Value", 1L, Start, Start + 10, rows).ShouldBe(9L);
        view.Feature("Value", 1L, Start, Start + 10, [.. rows.Reverse()]).ShouldBe(9L);
        view.Descriptor.LongestLookback.ShouldBeNull();
        view.Evaluate(1L, Start, Start + (9000 * Day), out var found, rows[..1]);
        found.ShouldBeTrue();

        var past = view.State(Start, [1L, Start - Day, 5L]);
        view.State(Start, [1L, Start - Day, 5L], [1L, Start - (2 * Day), 5L], [1L, Start - (3 * Day), 4L]).Length.ShouldBe(past.Length, "totals do not grow");
        view.LatestEventTime(Start, past).ShouldBe(Start - Day);
        view.LatestEventTime(Start, view.State(Start, [1L, Start + 5, 1L])).ShouldBe(Start + 5);
        view.LatestEventTime(Start, view.State(Start)).ShouldBeNull();
    }

    [Fact]
    public void ReadingATotal_DoesNotChangeIt()
    {
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("string?", "g.All.Mode(o => o.Email)"));
        var state = view.State(Start, [1L, Start, "a"], [1L, Start + 1, "b"], [1L, Start + 2, "b"]);
        view.Read(1L, Start, state, Start + 2, out _)["Value"].ShouldBe("b");
        view.Read(1L, Start, state, Start, out _)["Value"].ShouldBe("a");
        view.Feature("Value", 1L, Start, Start + 1, [1L, Start, "a"], [1L, Start + 1, "b"], [1L, Start + 2, "b"]).ShouldBe("a");
    }

    [Theory]
    [InlineData("g.All")]
    [InlineData("g.Last(Days(2))")]
    public void Latest_IsDecidedByEventTime_ThenIngestTime_ThenId(string window)
    {
        // Feed: user, event time, ingest time, id, value.
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("long?", window + ".Latest(o => o.Points)"));
        object?[][] rows =
        [
            [1L, Start, Start + 9, "b", null],
            [1L, Start, Start + 8, "z", 1L],
            [1L, Start, Start + 8, "\uFFFD", 2L],
            [1L, Start, Start + 8, "\U0001F600", 3L],
            [1L, Start - 1, Start + 99, "zz", 4L],
        ];
        view.Feature("Value", 1L, Start + 100, Start + 100, rows).ShouldBe(3L);
        view.Feature("Value", 1L, Start + 100, Start + 100, [.. rows.Reverse()]).ShouldBe(3L);
        view.Feature("Value", 1L, Start - 10, Start + 100, rows).ShouldBe(3L, "pending rows keep the order too");
    }

    [Fact]
    public void ARowThatOverflows_FailsOnlyReadsThatSeeIt()
    {
        // The product may fail, so the state keeps its operands: units, and quantity as a long.
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("long", "g.Last(Days(1)).Sum(o => checked(o.Units * o.Quantity))"));
        object?[][] rows = [[1L, Start, long.MaxValue, 2L], [1L, Start + Day, 3L, 4L]];
        Should.Throw<OverflowException>(() => view.Feature("Value", 1L, Start, Start, rows));
        view.Feature("Value", 1L, Start, Start + Day, rows).ShouldBe(12L);
    }

    [Fact]
    public void AnOverflowInTotals_WaitsUntilItIsAskedFor_AndSurvivesEncoding()
    {
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("long", "g.All.Count() > 2 ? g.All.Sum(o => o.Units) : -1"));
        view.Feature("Value", 1L, Start, Start, [1L, Start, long.MaxValue], [1L, Start, 1L]).ShouldBe(-1L);
        Should.Throw<OverflowException>(() => view.Feature("Value", 1L, Start, Start, [1L, Start, long.MaxValue], [1L, Start, 1L], [1L, Start, 1L]));
        view.Feature("Value", 1L, Start, Start, [1L, Start, 4L], [1L, Start, 1L], [1L, Start, 1L]).ShouldBe(6L);
    }

    [Fact]
    public void ARowThatOverflowsInTotals_FailsEveryRead_AndSurvivesEncoding()
    {
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("long", "g.All.Sum(o => checked(o.Units * o.Quantity))"));
        Should.Throw<OverflowException>(() => view.Feature("Value", 1L, Start, Start + Day, [1L, Start, long.MaxValue, 2L], [1L, Start, 1L, 1L]));
        view.Feature("Value", 1L, Start, Start + Day, [1L, Start, 2L, 2L], [1L, Start, 1L, 1L]).ShouldBe(5L);
    }

    [Fact]
    public void Predicates_ChooseRows()
    {
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("double?", "g.Last(Days(1)).Where(o => o.IsGift).Average(o => o.Quantity)"));
        view.Feature("Value", 1L, Start, Start, [1L, Start, 1, true], [1L, Start, 2, true], [1L, Start, 100, false]).ShouldBe(1.5);
    }

    [Fact]
    public void CompositeKeys_AreReadInDeclarationOrder_AndNeverCollide()
    {
        var source = TestView.Sources + """
            [FeatureView("pairs")]
            public sealed partial record Pairs
            {
                [EntityKey] public long UserId { get; init; }
                [EntityKey] public long ShopId { get; init; }
                public long Orders { get; init; }
                static FeatureQuery<Pairs> Define(Events<Order> orders) =>
                    from o in orders
                    group o by new { o.ShopId, o.UserId } into g
                    select new Pairs { UserId = g.Key.UserId, ShopId = g.Key.ShopId, Orders = g.All.Count() };
            }
            """;
        var view = LoadedView.Of("Test.Pairs", source);
        object Key(long user, long shop) => Activator.CreateInstance(view.KeyType, user, shop)!;
        view.EncodeKey(Key(1, 23)).ShouldNotBe(view.EncodeKey(Key(12, 3)));
        view.EncodeKey(Key(1, 2)).ShouldNotBe(view.EncodeKey(Key(2, 1)));
        var features = view.ReadFeatures(1L, 23L, 5L);
        (features["UserId"], features["ShopId"], features["Orders"]).ShouldBe((1L, 23L, 5L));
        features = view.Evaluate(Key(1, 23), Start, Start, out _, [1L, 23L, Start]);
        (features["UserId"], features["ShopId"], features["Orders"]).ShouldBe((1L, 23L, 1L));
    }

    [Fact]
    public void TextKeys_ThatAreIllFormed_AreRefused()
    {
        var view = LoadedView.Of("Test.ByCategory", TestView.Sources + """
            [FeatureView("by_category")]
            public sealed partial record ByCategory
            {
                [EntityKey] public string Category { get; init; } = "";
                public long Orders { get; init; }
                static FeatureQuery<ByCategory> Define(Events<Order> orders) =>
                    from o in orders group o by o.Category into g select new ByCategory { Category = g.Key, Orders = g.All.Count() };
            }
            """);
        view.EncodeKey("a").ShouldNotBe(view.EncodeKey("b"));
        Should.Throw<ArgumentException>(() => view.EncodeKey("\uD83D"));
    }

    [Fact]
    public void Enums_ArriveByName()
    {
        var view = LoadedView.Of(TestView.TypeName, TestView.Feature("OrderStatus?", "g.All.Max(o => o.Status)"));
        Convert.ToInt32(view.Feature("Value", 1L, Start, Start, [1L, Start, "Pending"], [1L, Start, "Completed"])).ShouldBe(1);
        Should.Throw<InvalidDataException>(() => view.Feature("Value", 1L, Start, Start, [1L, Start, "Lost"])).Message.ShouldContain("OrderStatus");
        Convert.ToInt32(view.ReadFeatures(1L, "Refunded")["Value"]).ShouldBe(2);
    }
}
