using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3023Tests
{
    [Theory]
    [InlineData("Pending, Completed", "Completed")]
    [InlineData("Pending, Completed", "Waiting, Completed")]
    public Task AMemberLess_IsAnErrorAtWhatHoldsOrReadsIt(string before, string after) => ContractTest.ReportsAsync(
        RulesOf.EnumMemberRemoved,
        [before, after, "public OrderStatus? LastStatus", "public OrderStatus? [|LastStatus|]", "record Refunded", "record [|Refunded|]"],
        RulesOf.EnumGrown);

    [Fact]
    public Task AMemberMore_IsAnothersRule() => ContractTest.AllowsAsync(RulesOf.EnumMemberRemoved, "Completed, Refunded }", "Completed, Refunded, Lost }");
}
