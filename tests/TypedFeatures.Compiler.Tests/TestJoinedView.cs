namespace TypedFeatures.Compiler.Tests;

/// <summary>Writes a view, <c>TestView</c>, that joins the snapshots of another, <c>Inner</c>.</summary>
internal static class TestJoinedView
{
    /// <summary>What <c>Inner</c> computes unless a test says otherwise.</summary>
    public const string Orders = "public long Orders { get; init; }";

    /// <summary>Both views.</summary>
    /// <param name="features">The features of <c>Inner</c>.</param>
    /// <param name="values">What it assigns to them.</param>
    /// <param name="parameter">How <c>TestView</c> reads it.</param>
    /// <param name="every">The grid.</param>
    /// <param name="type">The type of the one feature of <c>TestView</c>.</param>
    /// <param name="value">Its value.</param>
    public static string Source(
        string features = Orders,
        string values = "Orders = g.Last(Days(7)).Count()",
        string parameter = "View<Inner> inner",
        string every = "Days(1)",
        string type = "long?",
        string value = "g.All.Latest(x => x.i.Orders)") => TestView.Sources + Inner(features, values) + Outer(parameter, every, type, value);

    /// <summary>The view that is joined.</summary>
    public static string Inner(string features = Orders, string values = "Orders = g.Last(Days(7)).Count()") => $$"""
        [FeatureView("inner")]
        public sealed partial record Inner
        {
            [EntityKey] public long ShopId { get; init; }
            {{features}}
            static FeatureQuery<Inner> Define(Events<Order> orders) =>
                from o in orders group o by o.ShopId into g select new Inner { ShopId = g.Key, {{values}} };
        }

        """;

    /// <summary>The view that joins it.</summary>
    public static string Outer(string parameter = "View<Inner> inner", string every = "Days(1)", string type = "long?", string value = "g.All.Latest(x => x.i.Orders)") => $$"""
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            public {{type}} Value { get; init; }
            static FeatureQuery<TestView> Define(Events<Order> orders, {{parameter}}) =>
                from o in orders
                join i in inner.Snapshots(every: {{every}}) on o.ShopId equals i.ShopId
                group new { o, i } by o.UserId into g
                select new TestView { UserId = g.Key, Value = {{value}} };
        }
        """;
}
