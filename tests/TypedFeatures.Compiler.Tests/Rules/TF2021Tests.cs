using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2021Tests
{
    [Theory]
    [InlineData("bool?", "[|Numeric.Log10(o.Amount) > 2|]")]
    [InlineData("bool?", "[|2 == Numeric.Pow(o.Price, 2)|]")]
    [InlineData("bool?", "[|(o.IsGift ? Numeric.Exp(o.Price) : 1) < 2|]")]
    [InlineData("bool?", "Numeric.Log(o.Price) is [|> 2|]")]
    [InlineData("double?", "[|Math.Floor(Numeric.Log(o.Price) ?? 0)|]")]
    [InlineData("int?", "[|Math.Sign(Math.Abs(Numeric.Log(o.Price) ?? 0))|]")]
    [InlineData("long?", "checked([|(long)(Numeric.Log(o.Price) ?? 0)|])")]
    [InlineData("double?", "[|Numeric.Sqrt(Numeric.Log(o.Price))|]")]
    public Task StepOverAnApproximateValue_IsAnError(string type, string value) => RuleTest.ReportsAsync(RulesOf.ApproximateStep, TestView.Row(type, value));

    [Theory]
    [InlineData("long", "[|g.All.CountDistinct(o => Numeric.Log(o.Price))|]")]
    [InlineData("double?", "[|g.All.Mode(o => Numeric.Log(o.Price))|]")]
    [InlineData("bool", "[|g.All.Max(o => Numeric.Log(o.Price)) > 2|]")]
    public Task GroupsOfEqualApproximateValues_AndComparisonsOfAggregates_AreErrors(string type, string value) =>
        RuleTest.ReportsAsync(RulesOf.ApproximateStep, TestView.Feature(type, value));

    [Theory]
    [InlineData("double?", "Numeric.Log(o.Amount)")]
    [InlineData("double?", "Numeric.Exp((Numeric.Log(o.Price) ?? 0) * 0.5) + Numeric.Log2(o.Quantity)")]
    [InlineData("double?", "Math.Max(Numeric.Pow(o.Price, 0.5) ?? 1, 0)")]
    [InlineData("bool?", "Numeric.Log(o.Price) == null")]
    [InlineData("bool?", "Numeric.Sqrt(o.Price) > 2")]
    public Task ApproximateValue_IsAllowed(string type, string value) => RuleTest.AllowsAsync(TestView.Row(type, value));
}
