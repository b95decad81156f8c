using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2061Tests
{
    [Theory]
    [InlineData("true")]
    [InlineData("g.Key > 0")]
    public Task LabelWithoutAWindow_IsAnError(string value) => RuleTest.ReportsAsync(
        RulesOf.LabelWithoutFuture,
        TestLabel.Value("bool", value).Replace("partial record TestLabel", "partial record [|TestLabel|]", StringComparison.Ordinal));

    [Theory]
    [InlineData("g.Key > 0 && g.Next(Days(1)).Any()")]
    [InlineData("g.Key > 0 ? g.Next(Days(1)).Any() : g.Next(Days(2)).All(o => o.IsGift)")]
    public async Task LabelWithAWindow_IsAllowed(string value)
    {
        var compilation = TestCode.CompileValid(TestLabel.Value("bool", value));
        (await TestCode.AnalyzeAsync(compilation)).ShouldBeEmpty();
        TestCode.BindLabel(compilation, TestLabel.TypeName).Value.ShouldNotBeNull();
    }
}
