using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2008Tests
{
    private static string Joined(string join) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders {{join}} group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }""");

    [Theory]
    [InlineData("join s in shops on o.Category equals [|s.Country|]")]
    [InlineData("join s in shops on new { o.ShopId, o.Category } equals [|new { s.ShopId, Category = s.Country }|]")]
    [InlineData("join t in tariffs on o.Region equals [|t.Region|]")]
    [InlineData("join t in tariffs on new { A = o.ShopId, B = o.UserId } equals [|new { A = t.ShopId, B = t.ShopId }|]")]
    [InlineData("join s in shops on o.Price equals [|s.ShopId|]")]
    public Task JoinOnSomethingElseThanTheKey_IsAnError(string join) => RuleTest.ReportsAsync(RulesOf.JoinKey, Joined(join));

    [Theory]
    [InlineData("join s in shops on o.ShopId equals s.ShopId")]
    [InlineData("join s in shops on o.ReferrerId equals s.ShopId")]
    [InlineData("join s in shops on o.Quantity equals s.ShopId")]
    [InlineData("join t in tariffs on new { o.ShopId, o.Region } equals new { t.ShopId, t.Region }")]
    [InlineData("join t in tariffs on new { A = o.Region, B = o.ShopId } equals new { A = t.Region, B = t.ShopId }")]
    [InlineData("join t in tariffs on (o.Region, o.ShopId) equals (t.Region, t.ShopId)")]
    public Task JoinOnTheWholeKey_IsAllowed(string join) => RuleTest.AllowsAsync(Joined(join));
}
