using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2002Tests
{
    [Fact]
    public Task LeftJoinThatIsNeverFlattened_IsAnError() => RuleTest.ReportsAsync(RulesOf.UnsupportedQuery, TestView.Source(
        "public long Value { get; init; }",
        """
        [|from o in orders
                join s in shops on o.ShopId equals s.ShopId into found
                group o by o.UserId into g
                select new TestView { UserId = g.Key, Value = g.All.Count() }|]
        """));

    [Fact]
    public Task RecordThatIsNotMadeInTheFinalSelect_IsAnError() => RuleTest.ReportsAsync(RulesOf.UnsupportedQuery, TestView.Source(
        "public long Value { get; init; }",
        "from o in orders group o by o.UserId into g select new { g } into t select [|new TestView(1) { UserId = t.g.Key, Value = t.g.All.Count() }|]",
        "public TestView() { } TestView(int any) { }"));

    [Fact]
    public Task LambdaThatIsNoLambda_IsAnError() => RuleTest.ReportsAsync(RulesOf.UnsupportedQuery, TestView.Source(
        "public long Value { get; init; }",
        "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count([|IsGift|]) }",
        "static bool IsGift(Order o) => o.IsGift;"));

    [Fact]
    public Task LambdaWithStatements_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.UnsupportedQuery, TestView.Feature("long", "g.All.Count([|o => { var gift = o.IsGift; return gift; }|])"));

    [Fact]
    public Task MethodSyntax_IsTheSameLanguage() => RuleTest.AllowsAsync(TestView.Source(
        "public long Value { get; init; }",
        "orders.Where(o => o.IsGift).Join(shops, o => o.ShopId, s => s.ShopId, (o, s) => new { o, s }).GroupBy(x => x.o.UserId).Select(g => new TestView { UserId = g.Key, Value = g.All.Count() })"));

    [Fact]
    public Task SeveralLetsJoinsAndFilters_AreOneQuery() => RuleTest.AllowsAsync(TestView.Source(
        "public double Value { get; init; }",
        """
        from o in orders
                let gross = o.Price * 2
                where gross > 1
                join s in shops on o.ShopId equals s.ShopId into found
                from s in found.DefaultIfEmpty()
                join t in tariffs on new { o.Region, o.ShopId } equals new { t.Region, t.ShopId }
                where s != null
                let net = gross * s.Rate - t.Fee
                group net by o.UserId into g
                let week = g.Last(Days(7))
                let total = week.Sum(x => x)
                select new TestView { UserId = g.Key, Value = total + week.Count() }
        """));
}
