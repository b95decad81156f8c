namespace TypedFeatures.Compiler.Tests;

/// <summary>Writes small views around the one thing a test is about.</summary>
internal static class TestView
{
    public const string TypeName = "Test.TestView";

    public const string Sources = """
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Test;

        public enum OrderStatus { Pending, Completed, Refunded }

        [EventSource("orders")]
        public sealed record Order
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime OccurredAt { get; init; }
            [IngestTime] public DateTime IngestedAt { get; init; }
            public DateTime PlacedAt { get; init; }
            public DateTime? ShippedAt { get; init; }
            public long UserId { get; init; }
            public long? ReferrerId { get; init; }
            public long ShopId { get; init; }
            public required string Region { get; init; }
            public int Quantity { get; init; }
            public int? Discount { get; init; }
            public long Units { get; init; }
            public long? Points { get; init; }
            public double Price { get; init; }
            public double? Amount { get; init; }
            public float Weight { get; init; }
            public string Category { get; init; } = "";
            public string? Email { get; init; }
            public bool IsGift { get; init; }
            public bool? IsRush { get; init; }
            public Guid Token { get; init; }
            public DateOnly Day { get; init; }
            public TimeSpan Delay { get; init; }
            public TimeSpan? Wait { get; init; }
            public OrderStatus Status { get; init; }
            public OrderStatus? Previous { get; init; }
            public double Computed => Price * 2;
        }

        [DimensionSource("shops")]
        public sealed record Shop
        {
            [EntityKey] public long ShopId { get; init; }
            [ValidFrom] public DateTime UpdatedAt { get; init; }
            public string Country { get; init; } = "";
            public string? City { get; init; }
            public double Rate { get; init; }
            public int Rank { get; init; }
        }

        [DimensionSource("tariffs")]
        public sealed record Tariff
        {
            [EntityKey] public string Region { get; init; } = "";
            [EntityKey] public long ShopId { get; init; }
            [ValidFrom] public DateTime UpdatedAt { get; init; }
            public double Fee { get; init; }
        }

        """;

    /// <summary>A view with the given features and definition.</summary>
    public static string Source(string features, string query, string members = "", string attribute = "[FeatureView(\"test_view\")]") => Sources + $$"""
        {{attribute}}
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            {{features}}
            {{members}}
            static FeatureQuery<TestView> Define(Events<Order> orders, Dimension<Shop> shops, Dimension<Tariff> tariffs) =>
                {{query}};
        }
        """;

    /// <summary>A view with one feature computed from <c>g</c>, an entity's history of orders.</summary>
    public static string Feature(string type, string value) => Source(
        $"public {type} Value {{ get; init; }}",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = {{value}} }""");

    /// <summary>A view with one feature: the latest value of an expression over an order <c>o</c>.</summary>
    public static string Row(string type, string value) => Feature(type, $"g.All.Latest(o => {value})");

    /// <summary>A view that counts the orders for which a condition over <c>o</c> holds.</summary>
    public static string Condition(string condition) => Feature("long", $"g.All.Count(o => {condition})");

    /// <summary>A view with one feature over orders left-joined to shops: the latest value of an expression over <c>o</c> and <c>s</c>.</summary>
    public static string LeftJoined(string type, string value) => Source(
        $"public {type} Value {{ get; init; }}",
        $$"""
        from o in orders
                join s in shops on o.ShopId equals s.ShopId into found
                from s in found.DefaultIfEmpty()
                group new { o, s } by o.UserId into g
                select new TestView { UserId = g.Key, Value = g.All.Latest(x => {{value}}) }
        """);
}
