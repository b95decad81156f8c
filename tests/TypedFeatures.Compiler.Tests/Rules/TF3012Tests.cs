using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3012Tests
{
    [Theory]
    [InlineData("public int LastQuantity", "public long [|LastQuantity|]")]
    [InlineData("public int? FirstQuantity", "public int [|FirstQuantity|]", "First(x => x.o.Quantity)", "First(x => x.o.Quantity) ?? 0")]
    [InlineData("[Request] public required double Amount", "[Request] public required double Amount", "public int? FirstQuantity", "public double? [|FirstQuantity|]")]
    public Task AWiderTypeOrNoNull_IsAnErrorAtTheProperty(params string[] edits) => ContractTest.ReportsAsync(RulesOf.TypeWidened, edits, RulesOf.Transform);

    [Fact]
    public Task AnotherPropertyOfTheSameColumn_IsAllowed() =>
        ContractTest.AllowsAsync(RulesOf.TypeWidened, "public int LastQuantity", "[Column(\"last_quantity\")] public int NewestQuantity", "LastQuantity = g", "NewestQuantity = g");
}
