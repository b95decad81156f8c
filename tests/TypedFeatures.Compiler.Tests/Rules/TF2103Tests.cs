using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2103Tests
{
    private const string Features = TestJoinedView.Orders + " public FeatureList<string> Names { get; init; } = [];";
    private const string Values = "Orders = g.All.Count(), Names = g.All.LatestK(3, o => o.Category)";

    [Fact]
    public Task ListOfAJoinedView_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.ViewComposite, TestJoinedView.Source(Features, Values, type: "long", value: "g.All.Count(x => [|x.i.Names|] != null)"));

    [Fact]
    public Task ListThatNobodyReads_IsAllowed() => RuleTest.AllowsAsync(TestJoinedView.Source(Features, Values));
}
