using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1003Tests
{
    // C# knows that the row may be null only where its own flow analysis does; the projection into an anonymous type loses it.
    [Theory]
    [InlineData("string?", "[|x.s.Country|]")]
    [InlineData("double?", "[|x.s.Rate|] * 2")]
    [InlineData("double?", "x.s == null ? [|x.s.Rate|] : 1")]
    [InlineData("double?", "x.s != null || x.o.IsGift ? [|x.s.Rate|] : 1")]
    public Task RowThatMayBeMissing_IsNotRead(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.MissingRowRead, TestView.LeftJoined(type, value));

    [Theory]
    [InlineData("string?", "x.s?.Country")]
    [InlineData("double?", "x.s?.Rate")]
    [InlineData("int?", "x.s?.Country.Length")]
    [InlineData("double?", "x.s != null ? x.s.Rate : 1")]
    [InlineData("double?", "x.s == null ? 1 : x.s.Rate")]
    [InlineData("double?", "x.s is { } found ? found.Rate : 1")]
    [InlineData("double?", "x.s is not null && x.s.Rate > 0 ? x.o.Price / x.s.Rate : 1")]
    [InlineData("bool?", "x.s == null || x.s.Rate > 0")]
    [InlineData("bool?", "x.s is { Rate: > 0 }")]
    [InlineData("double?", "x.s?.Country == \"GB\" ? x.s.Rate : 1")]
    public Task GuardedRow_IsRead(string type, string value) => RuleTest.AllowsAsync(TestView.LeftJoined(type, value));

    [Fact]
    public Task RowProvenByAnEarlierWhere_IsRead() => RuleTest.AllowsAsync(TestView.Source(
        "public double? Value { get; init; }",
        """
        from o in orders
                join s in shops on o.ShopId equals s.ShopId into found
                from s in found.DefaultIfEmpty()
                where s != null
                group s by o.UserId into g
                select new TestView { UserId = g.Key, Value = g.All.Latest(s => s.Rate) }
        """));

    [Fact]
    public Task RowOfAnInnerJoin_NeedsNoGuard() => RuleTest.AllowsAsync(TestView.Source(
        "public double? Value { get; init; }",
        """
        from o in orders
                join s in shops on o.ShopId equals s.ShopId
                group s by o.UserId into g
                select new TestView { UserId = g.Key, Value = g.All.Latest(s => s.Rate) }
        """));
}
