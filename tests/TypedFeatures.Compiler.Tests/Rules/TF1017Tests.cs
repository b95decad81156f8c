using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1017Tests
{
    [Theory]
    [InlineData("double?", "g.All.Average(p => [|double.IsNaN(p.Amount)|] ? 0 : p.Amount)")]
    [InlineData("long", "g.All.Count(p => [|double.IsFinite(p.Amount)|])")]
    [InlineData("long", "g.All.Count(p => [|double.IsPositiveInfinity(p.Amount)|])")]
    [InlineData("double?", "g.All.Latest(p => p.Amount > 1 ? [|double.PositiveInfinity|] : 0)")]
    [InlineData("double?", "g.All.Latest(p => p.Amount > 1 ? p.Amount : [|double.NaN|])")]
    [InlineData("float?", "g.All.Latest(p => p.Amount > 1 ? [|float.NaN|] : 1f)")]
    public Task NotANumber_IsAnError(string type, string value) => RuleTest.ReportsAsync(RulesOf.NotANumber, LeakSource.Feature(type, value));

    [Theory]
    [InlineData("double?", "g.All.Latest(p => p.Amount > 1 ? p.Amount : (double?)null)")]
    [InlineData("long", "g.All.Count(p => p.Fee == null)")]
    [InlineData("double", "g.All.Average(p => p.Amount) ?? 0")]
    public Task Null_IsAllowed(string type, string value) => RuleTest.AllowsAsync(LeakSource.Feature(type, value));
}
