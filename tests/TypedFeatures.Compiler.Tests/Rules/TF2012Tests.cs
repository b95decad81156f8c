using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2012Tests
{
    // Of values C# refuses it; of text it only warns, and not where annotations are off.
    [Theory]
    [InlineData("[|g.All.Mode(o => o.Category)|]!")]
    [InlineData("[|g.All.Any() ? g.All.Latest(o => o.Email)! : \"none\"|]")]
    public Task NullableTextInAFeatureThatCannotBeNull_IsAnError(string value) =>
        RuleTest.ReportsAsync(RulesOf.NullIntoFeature, TestView.Feature("required string", value));

    [Theory]
    [InlineData("Note!")]
    [InlineData("(User.Orders > 0 ? Note : null)!")]
    [InlineData("User.Orders > 0 ? Note! : \"none\"")]
    public Task NullableTextInAnOnDemandFeature_IsAnErrorAtIt(string value) => RuleTest.ReportsAsync(
        RulesOf.NullIntoFeature,
        TestService.Source($"public required UserOrders User {{ get; init; }} [Request] public string? Note {{ get; init; }} public string [|Text|] => {value};"));

    [Theory]
    [InlineData("g.All.Mode(o => o.Category) ?? \"none\"")]
    [InlineData("g.All.Mode(o => o.Category) is { } mode ? mode : \"none\"")]
    [InlineData("g.All.Latest(o => o.Email) != null ? g.All.Latest(o => o.Email)! : \"none\"")]
    public Task TextWithADefault_IsAllowed(string value) => RuleTest.AllowsAsync(TestView.Feature("required string", value));
}
