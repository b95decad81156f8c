using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2010Tests
{
    private static string Filtered(string condition) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders where {{condition}} group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }""");

    [Theory]
    [InlineData("[|checked(o.Quantity + 1) > 2|]")]
    [InlineData("[|checked((int)o.Units) > 2|]")]
    [InlineData("[|Math.Abs(o.Quantity) > 2|]")]
    [InlineData("[|o.OccurredAt + o.Delay > o.PlacedAt|]")]
    [InlineData("[|o.OccurredAt.AddDays(o.Quantity) > o.PlacedAt|]")]
    [InlineData("[|TimeSpan.FromHours(o.Quantity) > o.Delay|]")]
    [InlineData("[|o.Day.AddDays(o.Quantity) > new DateOnly(2020, 1, 1)|]")]
    public Task FilterThatMayFail_IsAnError(string condition) => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, Filtered(condition));

    [Theory]
    [InlineData("o.Price + 1 > 2")]
    [InlineData("-o.Delay > o.Delay.Duration()")]
    [InlineData("(int)o.Status > 1 && (o.Quantity & 3) == 1")]
    [InlineData("o.Delay / Hours(1) > 2")]
    [InlineData("(double)o.Quantity + 1 > 2")]
    [InlineData("o.Quantity / 2 > 1")]
    [InlineData("o.Points != null && o.Points.Value > 1")]
    [InlineData("o.Email != null && o.Email.Length > 3")]
    [InlineData("o.PlacedAt - o.OccurredAt > Hours(1)")]
    public Task FilterThatCannotFail_IsAllowed(string condition) => RuleTest.AllowsAsync(Filtered(condition));

    [Fact]
    public Task JoinKeyThatMayFail_IsAnError() => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, TestView.Source(
        "public long Value { get; init; }",
        "from o in orders join s in shops on checked([|o.ShopId + 1|]) equals s.ShopId group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }"));

    [Fact]
    public Task GroupKeyThatMayFail_IsAnError() => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, TestView.Source(
        "public long Value { get; init; }",
        "from o in orders group o by checked([|o.UserId * 2|]) into g select new TestView { UserId = g.Key, Value = g.All.Count() }"));

    [Fact]
    public Task LetThatMayFail_IsAnError_ForCSharpComputesItForEveryRow() => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, TestView.Source(
        "public int Value { get; init; }",
        "from o in orders [|let next = checked(o.Quantity + 1)|] group new { o, next } by o.UserId into g select new TestView { UserId = g.Key, Value = g.Last(Days(7)).Sum(x => x.next) }"));

    [Fact]
    public Task GroupElementThatMayFail_IsAnError_ForCSharpComputesAllOfIt() => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, TestView.Source(
        "public int Value { get; init; }",
        "from o in orders group [|new { o, Next = checked(o.Quantity + 1) }|] by o.UserId into g select new TestView { UserId = g.Key, Value = g.Last(Days(7)).Sum(x => x.Next) }"));

    [Fact]
    public Task LetThatCannotFail_IsAllowed() => RuleTest.AllowsAsync(TestView.Source(
        "public double Value { get; init; }",
        "from o in orders let half = o.Price / 2 group new { o, half } by o.UserId into g select new TestView { UserId = g.Key, Value = g.Last(Days(7)).Sum(x => x.half) }"));

    [Fact]
    public Task LetOfTheGroup_ThatMayFailButOnlySomeValuesNeed_IsAnError() => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, TestView.Source(
        "public int Value { get; init; }",
        "from o in orders group o by o.UserId into g [|let sum = g.All.Sum(o => o.Quantity)|] select new TestView { UserId = g.Key, Value = g.All.Any() ? sum : 0 }"));

    [Fact]
    public Task LetOfTheGroup_ThatEveryValueNeeds_IsAllowed() => RuleTest.AllowsAsync(TestView.Source(
        "public int Value { get; init; }",
        "from o in orders group o by o.UserId into g let sum = g.All.Sum(o => o.Quantity) select new TestView { UserId = g.Key, Value = sum > 3 ? sum : 0 }"));

    [Fact]
    public Task AggregateThatMayFail_InOneBranchOnly_IsAnError() => RuleTest.ReportsAsync(RulesOf.FailureBeforeVisibility, TestView.Feature(
        "int", "[|g.All.Any() ? g.All.Sum(o => checked(o.Quantity * 2)) : 0|]"));

    [Fact]
    public Task AggregateThatMayFail_IsAllowed() => RuleTest.AllowsAsync(TestView.Feature("long", "g.All.Count(o => checked(o.Quantity + 1) > 2)"));
}
