using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1005Tests
{
    [Theory]
    [InlineData("float?", "[|o.Weight * 2|]")]
    [InlineData("float?", "[|-o.Weight|]")]
    [InlineData("float?", "[|o.Weight / o.Weight|]")]
    [InlineData("float?", "[|Math.Abs(o.Weight)|]")]
    [InlineData("float?", "[|(float)o.Price|]")]
    [InlineData("int?", "[|(int)o.Weight|]")]
    public Task ArithmeticOnFloat_IsAnError(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.FloatArithmetic, TestView.Row(type, value));

    [Theory]
    [InlineData("float?", "o.Weight")]
    [InlineData("double?", "(double)o.Weight * 2")]
    [InlineData("double?", "o.Weight * o.Price")]
    [InlineData("double?", "o.Weight > 1.5f ? 1 : 0")]
    public Task FloatAsStorage_IsAllowed(string type, string value) => RuleTest.AllowsAsync(TestView.Row(type, value));

    [Fact]
    public Task TotalsOfFloat_AreDoubles() => RuleTest.AllowsAsync(TestView.Feature("double", "g.All.Sum(o => o.Weight)"));
}
