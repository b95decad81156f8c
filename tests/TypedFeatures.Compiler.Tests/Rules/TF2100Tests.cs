using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2100Tests
{
    [Fact]
    public Task Dimension_IsNoViewToRead() => RuleTest.ReportsAsync(RulesOf.ViewParameter, TestView.Sources + """
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            public int? Value { get; init; }
            static FeatureQuery<TestView> Define(Events<Order> orders, View<Shop> [|shops|]) =>
                from o in orders
                join s in shops.Snapshots(every: Days(1)) on o.ShopId equals s.ShopId
                group new { o, s } by o.UserId into g
                select new TestView { UserId = g.Key, Value = g.All.Latest(x => x.s.Rank) };
        }
        """);

    [Fact]
    public async Task ViewThatReadsItself_IsAnError()
    {
        var text = TestView.Sources + """
            [FeatureView("test_view")]
            public sealed partial record TestView
            {
                [EntityKey] public long UserId { get; init; }
                public long Value { get; init; }
                static FeatureQuery<TestView> Define(Events<Order> orders, View<TestView> [|self|]) =>
                    from o in orders
                    join s in self.Snapshots(every: Days(1)) on o.UserId equals s.UserId
                    group new { o, s } by o.UserId into g
                    select new TestView { UserId = g.Key, Value = g.All.Count(x => x.s.Value > 0) };
            }
            """;
        (await RuleTest.ReportsAsync(RulesOf.ViewParameter, text)).GetMessage().ShouldContain("'TestView' itself");
    }

    [Fact]
    public Task ViewsThatReadEachOther_AreAnErrorInBoth() => RuleTest.ReportsAsync(RulesOf.ViewParameter, TestView.Sources + """
        [FeatureView("inner")]
        public sealed partial record Inner
        {
            [EntityKey] public long ShopId { get; init; }
            public long Orders { get; init; }
            static FeatureQuery<Inner> Define(Events<Order> orders, View<TestView> [|users|]) =>
                from o in orders
                join u in users.Snapshots(every: Days(1)) on o.UserId equals u.UserId
                group new { o, u } by o.ShopId into g
                select new Inner { ShopId = g.Key, Orders = g.All.Count(x => x.u.Value > 0) };
        }

        """ + TestJoinedView.Outer("View<Inner> [|inner|]"));

    [Fact]
    public Task LabelThatReadsAView_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.ViewParameter,
        TestLabel.Source(parameters: "Outcomes<Order> orders, View<Inner> [|inner|]") + "\n" + TestJoinedView.Inner());

    [Fact]
    public async Task ViewsAndTables_AreRead()
    {
        await RuleTest.AllowsAsync(TestJoinedView.Source());
        await RuleTest.AllowsAsync(TestView.Sources + """
            [FeatureTable("risks")]
            public sealed partial record Inner
            {
                [EntityKey] public long ShopId { get; init; }
                [EventTime] public DateTime At { get; init; }
                public long Orders { get; init; } = 0;
            }

            """ + TestJoinedView.Outer());
    }
}
