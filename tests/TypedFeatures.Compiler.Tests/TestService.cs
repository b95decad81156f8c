namespace TypedFeatures.Compiler.Tests;

/// <summary>Source text with two views, by user and by merchant, and a service over them.</summary>
internal static class TestService
{
    public const string TypeName = "Tests.TestService";

    /// <summary>The text, with the service's members given.</summary>
    public static string Source(string members, string declaration = "[FeatureService(\"test_service\")] public sealed partial record TestService") => $$"""
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Tests;

        [EventSource("orders")]
        public sealed record Order
        {
            [EventId] public required string Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long UserId { get; init; }
            public long MerchantId { get; init; }
            public double? Amount { get; init; }
        }

        [FeatureView("user_orders")]
        public sealed partial record UserOrders
        {
            [EntityKey] public long UserId { get; init; }
            public long Orders { get; init; }
            public double? Average { get; init; }
            static FeatureQuery<UserOrders> Define(Events<Order> orders) =>
                from o in orders group o by o.UserId into g
                select new UserOrders { UserId = g.Key, Orders = g.All.Count(), Average = g.Last(Days(7)).Average(o => o.Amount) };
        }

        [FeatureView("merchant_orders")]
        public sealed partial record MerchantOrders
        {
            [EntityKey] public long MerchantId { get; init; }
            public long Orders { get; init; }
            static FeatureQuery<MerchantOrders> Define(Events<Order> orders) =>
                from o in orders group o by o.MerchantId into g
                select new MerchantOrders { MerchantId = g.Key, Orders = g.All.Count() };
        }

        [FeatureView("named_orders")]
        public sealed partial record NamedOrders
        {
            [EntityKey] public string UserId { get; init; } = "";
            public long Orders { get; init; }
            static FeatureQuery<NamedOrders> Define(Events<Order> orders) =>
                from o in orders group o by o.Id into g
                select new NamedOrders { UserId = g.Key, Orders = g.All.Count() };
        }

        {{declaration}}
        {
            {{members}}
        }
        """;
}
