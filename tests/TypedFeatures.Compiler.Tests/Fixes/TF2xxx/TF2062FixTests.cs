using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2062FixTests
{
    private static readonly TF2062Fixes Fixes = new();

    private static string View(string parameters) => TestView.Sources + $$"""
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static FeatureQuery<TestView> Define({{parameters}}) =>
                from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Any() };
        }
        """;

    [Theory]
    [InlineData("Events<Order> orders, Outcomes<Order> future", "Events<Order> orders")]
    [InlineData("Outcomes<Order> future, Events<Order> orders", "Events<Order> orders")]
    public Task OutcomesThatAreNotRead_AreRemoved(string parameters, string left) => FixTest.FixesAsync(Fixes, "remove", View(parameters), View(left));
}
