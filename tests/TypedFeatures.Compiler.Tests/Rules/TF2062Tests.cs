using Microsoft.CodeAnalysis;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2062Tests
{
    private static string View(string parameters, string query) => TestView.Sources + $$"""
        [FeatureView("leak")]
        public sealed partial record Leak
        {
            [EntityKey] public long UserId { get; init; }
            public bool Value { get; init; }
            static FeatureQuery<Leak> Define({{parameters}}) => {{query}};
        }
        """;

    [Theory]
    [InlineData("Events<Order> orders, Outcomes<Order> [|future|]", "from o in orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }")]
    [InlineData("Outcomes<Order> [|future|]", "throw new NotSupportedException()")]
    public Task OutcomesHandedToAFeatureView_AreAnError(string parameters, string query) =>
        RuleTest.ReportsAsync(RulesOf.OutcomesInFeature, View(parameters, query));

    /// <summary>No way leads from outcomes to features: the compiler refuses each of them.</summary>
    [Theory]
    [InlineData("Outcomes<Order> orders", "from o in orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.Next(Days(60)).Any() }")]
    [InlineData("Outcomes<Order> orders", "(FeatureQuery<Leak>)(object)1 ?? from o in orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = true }")]
    [InlineData("Outcomes<Order> orders", "from o in (Events<Order>)orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }")]
    [InlineData("Outcomes<Order> orders", "from o in orders.Rows group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }")]
    [InlineData("Outcomes<Order> orders", "from o in new Events<Order>(orders) group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }")]
    [InlineData("Events<Order> orders", "from o in orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.Next(Days(60)).Any() }")]
    [InlineData("Events<Order> orders", "from o in orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = ((Future<long, Order>)g).Next(Days(60)).Any() }")]
    [InlineData("Events<Order> orders, Outcomes<Order> future", "from o in orders join f in future on o.UserId equals f.UserId group f by o.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }")]
    [InlineData("Events<Order> orders, Outcomes<Order> future", "from o in orders from f in future group f by f.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }")]
    public void FeatureOfOutcomes_DoesNotCompile(string parameters, string query) =>
        TestCode.Compile(View(parameters, query)).GetDiagnostics().ShouldContain(d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The other way round: a label has no past.</summary>
    [Theory]
    [InlineData("g.Last(Days(7)).Any()")]
    [InlineData("g.All.Any()")]
    [InlineData("((History<long, Order>)g).All.Any()")]
    public void LabelOfThePast_DoesNotCompile(string value) =>
        TestCode.Compile(TestLabel.Value("bool", value)).GetDiagnostics().ShouldContain(d => d.Severity == DiagnosticSeverity.Error);

    [Fact]
    public void TheSameDefinitionsWithoutTheLeak_Compile()
    {
        TestCode.CompileValid(View("Events<Order> orders", "from o in orders group o by o.UserId into g select new Leak { UserId = g.Key, Value = g.All.Any() }"));
        TestCode.CompileValid(TestLabel.Value("bool", "g.Next(Days(60)).Any()"));
    }
}
