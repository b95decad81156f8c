using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1026Tests
{
    [Theory]
    [InlineData("long", "g.All.Count(p => [|p.IsFraud|])", "")]
    [InlineData("long", "g.All.Count()", "where ![|p.IsFraud|]")]
    public Task ColumnCalledLikeAnOutcome_IsInformation(string type, string value, string clauses) =>
        RuleTest.ReportsAsync(RulesOf.OutcomeByName, LeakSource.Feature(type, value, clauses));

    [Theory]
    [InlineData("FraudScore")]
    [InlineData("TargetCountry")]
    [InlineData("LabelColor")]
    [InlineData("IsGift")]
    public Task ColumnCalledOtherwise_IsAllowed(string name) =>
        RuleTest.AllowsAsync(LeakSource.Condition("p.IsFraud").Replace("IsFraud", name, StringComparison.Ordinal));

    [Fact]
    public Task ColumnThatIsMarked_IsForTheRuleThatProvesIt() =>
        RuleTest.ReportsAsync(RulesOf.KnownAfterOutcome, LeakSource.Condition("[|p.IsFraud|]").Replace("public bool IsFraud", "[KnownAfterOutcome] public bool IsFraud", StringComparison.Ordinal));
}
