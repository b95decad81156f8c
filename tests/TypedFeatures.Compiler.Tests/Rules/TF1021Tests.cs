using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1021Tests
{
    /// <summary>A view without a fault, for services to read.</summary>
    private static readonly string View = LeakSource.Condition("p.Amount > 3").Replace("TestView", "UserPayments", StringComparison.Ordinal);

    [Theory]
    [InlineData("[|Lost.Happened(p.UserId)|]", "")]
    [InlineData("IsLost(p.UserId)", "static bool IsLost(long user) => [|Lost.Happened(user)|];")]
    [InlineData("p.Amount > 3 ? [|Lost.Happened(p.UserId)|] : false", "")]
    public Task MemberOfALabel_IsAnError(string condition, string member) =>
        RuleTest.ReportsAsync(RulesOf.LabelInFeature, LeakSource.Condition(condition, member));

    [Theory]
    [InlineData("View<Lost> [|lost|]", "join l in lost.Snapshots(every: Days(1)) on p.UserId equals l.UserId")]
    [InlineData("Dimension<Lost> [|lost|]", "join l in lost on p.UserId equals l.UserId")]
    public async Task LabelThatIsJoined_IsAnError(string parameter, string join)
    {
        var text = LeakSource.Feature("long", "g.All.Count(x => x.l.Value)", join, parameters: ", " + parameter, group: "new { p, l }");
        (await RuleTest.ReportsAsync(RulesOf.LabelInFeature, text)).GetMessage().ShouldContain("looks ahead");
    }

    [Fact]
    public Task LabelInAService_IsAnError() => RuleTest.ReportsAsync(RulesOf.LabelInFeature, View + """

        [FeatureService("checkout")]
        public sealed partial record Checkout
        {
            public required UserPayments User { get; init; }
            public required Lost [|Lost|] { get; init; }
        }
        """);

    [Fact]
    public Task LabelOfAnOnDemandFeature_IsAnError() => RuleTest.ReportsAsync(RulesOf.LabelInFeature, View + """

        [FeatureService("checkout")]
        public sealed partial record Checkout
        {
            public required UserPayments User { get; init; }
            public bool Bad => User.Value > 3 && [|Lost.Happened(User.Value)|];
        }
        """);

    [Fact]
    public Task LabelBesideAView_IsAllowed() => RuleTest.AllowsAsync(LeakSource.Condition("p.Amount > 3"));
}
