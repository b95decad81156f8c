using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2007Tests
{
    private static string View(string keys, string by, string assignments) => TestView.Sources + $$"""
        [FeatureView("test_view")]
        public sealed partial record TestView
        {
            {{keys}}
            public long Value { get; init; }
            static FeatureQuery<TestView> Define(Events<Order> orders) =>
                from o in orders group o by {{by}} into g select new TestView { {{assignments}} Value = g.All.Count() };
        }
        """;

    [Theory]
    [InlineData("[EntityKey] public long UserId { get; init; }", "o.UserId", "UserId = checked([|g.Key + 1|]),")]
    [InlineData("[EntityKey] public long UserId { get; init; }", "o.Quantity", "UserId = [|g.Key|],")]
    [InlineData("[EntityKey] public long? UserId { get; init; }", "o.UserId", "UserId = [|g.Key|],")]
    [InlineData("[EntityKey] public long UserId { get; init; }", "o.UserId", "UserId = [|g.All.Count()|],")]
    [InlineData("[EntityKey] public double Price { get; init; }", "[|o.Price|]", "Price = g.Key,")]
    [InlineData("[EntityKey] public long A { get; init; } [EntityKey] public long B { get; init; }", "o.UserId", "A = g.Key, B = [|g.Key|],")]
    [InlineData("[EntityKey] public long [|UserId|] { get; init; }", "o.UserId", "")]
    [InlineData("[EntityKey] public long UserId { get; init; } [EntityKey] public long [|Other|] => UserId;", "o.UserId", "UserId = g.Key,")]
    public Task KeyThatIsNotTheGroups_IsAnError(string keys, string by, string assignments) =>
        RuleTest.ReportsAsync(RulesOf.EntityKey, View(keys, by, assignments));

    [Fact]
    public Task PartOfTheGroupKeyWithoutAProperty_IsAnError() => RuleTest.ReportsAsync(RulesOf.EntityKey, TestView.Source(
        "public long Value { get; init; }",
        "from o in orders group o by new { o.UserId, o.ShopId } into g select [|new TestView { UserId = g.Key.UserId, Value = g.All.Count() }|]"));

    [Fact]
    public Task ViewWithoutAKey_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.EntityKey,
        View("public long UserId { get; init; }", "o.UserId", "UserId = g.Key,")
            .Replace("partial record TestView", "partial record [|TestView|]", StringComparison.Ordinal)
            .Replace("select new TestView { UserId = g.Key, Value = g.All.Count() }", "select [|new TestView { UserId = g.Key, Value = g.All.Count() }|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("[EntityKey] public long UserId { get; init; }", "o.ReferrerId", "UserId = g.Key,")]
    [InlineData("[EntityKey] public string Email { get; init; } = \"\";", "o.Email", "Email = g.Key,")]
    [InlineData("[EntityKey] public long A { get; init; } [EntityKey] public string B { get; init; } = \"\";", "new { o.ReferrerId, o.Email }", "A = g.Key.ReferrerId!.Value, B = g.Key.Email!,")]
    [InlineData("[EntityKey] public long A { get; init; } [EntityKey] public long B { get; init; }", "(o.UserId, o.ShopId)", "A = g.Key.Item2, B = g.Key.UserId,")]
    [InlineData("[EntityKey] public OrderStatus Status { get; init; } [EntityKey] public DateOnly Day { get; init; }", "(o.Status, o.Day)", "Status = g.Key.Status, Day = g.Key.Day,")]
    public Task KeyOfTheGroupOrItsMembers_IsAllowed(string keys, string by, string assignments) => RuleTest.AllowsAsync(View(keys, by, assignments));
}
