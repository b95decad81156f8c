using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2043Tests
{
    [Theory]
    [InlineData("g.All.LatestK([|0|], o => o.Category)")]
    [InlineData("g.All.FirstK([|-1|], o => o.Category)")]
    [InlineData("g.All.TopK([|1001|], o => o.Category)")]
    [InlineData("g.All.TopK([|int.MaxValue|], o => o.Category)")]
    [InlineData("g.All.TopK([|Math.Abs(3)|], o => o.Category)")]
    public Task LengthThatIsNoConstantFrom1To1000_IsAnError(string value) =>
        RuleTest.ReportsAsync(RulesOf.ListLength, TestView.Feature("FeatureList<string>?", value));

    [Theory]
    [InlineData("g.All.LatestK(1, o => o.Category)")]
    [InlineData("g.All.LatestK(1000, o => o.Category)")]
    [InlineData("g.All.LatestK(1 + 2, o => o.Category)")]
    public Task ConstantLength_IsAllowed(string value) => RuleTest.AllowsAsync(TestView.Feature("FeatureList<string>?", value));
}
