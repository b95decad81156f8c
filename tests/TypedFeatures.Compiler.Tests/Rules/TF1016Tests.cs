using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1016Tests
{
    [Theory]
    [InlineData("[|g.All.Sum(p => p.Amount) == g.Last(Days(7)).Sum(p => p.Amount)|]")]
    [InlineData("[|g.All.Average(p => p.Amount) != 3.5|]")]
    [InlineData("g.All.Any(p => [|p.Amount * 1.1 == p.Fee|])")]
    [InlineData("g.All.Any(p => [|0.3 == p.Amount - 0.1|])")]
    public Task EqualityOfComputedDoubles_IsAWarning(string value) => RuleTest.ReportsAsync(RulesOf.FloatingEquality, LeakSource.Feature("bool", value));

    [Theory]
    [InlineData("g.All.Any(p => p.Amount == p.Fee)")]
    [InlineData("g.All.Any(p => p.Amount == 9.99)")]
    [InlineData("g.All.Sum(p => p.Amount) == 0")]
    [InlineData("g.All.Sum(p => p.Amount) >= g.Last(Days(7)).Sum(p => p.Amount)")]
    [InlineData("g.All.Count() == g.Last(Days(7)).Count()")]
    [InlineData("g.All.Average(p => p.Amount) == null")]
    public Task EqualityOfWhatIsStored_OrWithZero_IsAllowed(string value) => RuleTest.AllowsAsync(LeakSource.Feature("bool", value));
}
