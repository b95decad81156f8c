using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3022Tests
{
    [Fact]
    public async Task AnotherKey_IsAnErrorAtTheRecord()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.KeysChanged, [
            "public sealed partial record Refunded\n{\n    [EntityKey] public long UserId", "public sealed partial record [|Refunded|]\n{\n    [EntityKey] public long BuyerId", "new Refunded { UserId", "new Refunded { BuyerId",
        ]);
        diagnostic.GetMessage(null).ShouldStartWith("Label 'refunded' version 1: its entity key is buyer_id (Int64), and was user_id (Int64).");
    }

    [Fact]
    public Task AKeyOfAService_IsAnErrorAtIt() => ContractTest.ReportsAsync(
        RulesOf.KeysChanged, ["public required UserOrders User", "[Role(\"Buyer\")] public required UserOrders User", "record Checkout", "record [|Checkout|]"]);

    [Fact]
    public Task AnotherPropertyOfTheSameColumn_IsAllowed() => ContractTest.AllowsAsync(
        RulesOf.KeysChanged, "public sealed partial record Refunded\n{\n    [EntityKey] public long UserId", "public sealed partial record Refunded\n{\n    [EntityKey, Column(\"user_id\")] public long BuyerId", "new Refunded { UserId", "new Refunded { BuyerId");
}
