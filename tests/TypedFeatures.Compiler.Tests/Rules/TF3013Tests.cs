using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3013Tests
{
    [Theory]
    [InlineData("Completed, Refunded }", "Completed, Refunded, Lost }", "public OrderStatus? LastStatus", "public OrderStatus? [|LastStatus|]", "record Refunded", "record [|Refunded|]")]
    [InlineData("public enum OrderStatus", "[StoredAs(EnumStorage.Number)] public enum OrderStatus", "public OrderStatus? LastStatus", "public OrderStatus? [|LastStatus|]", "record Refunded", "record [|Refunded|]")]
    public Task AMemberMoreOrAnotherStorage_IsAnErrorAtWhatHoldsOrReadsIt(params string[] edits) =>
        ContractTest.ReportsAsync(RulesOf.EnumGrown, edits);

    [Fact]
    public Task AnotherNameOfTheEnum_IsAllowed() => ContractTest.AllowsAsync(RulesOf.EnumGrown, "OrderStatus", "PurchaseStatus");
}
