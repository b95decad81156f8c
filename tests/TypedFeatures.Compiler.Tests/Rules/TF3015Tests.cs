using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3015Tests
{
    [Fact]
    public async Task AShorterTtl_IsAnErrorAtTheRecord()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.OnlineTtlShortened, ["400d", "399d", "record UserOrders", "record [|UserOrders|]"]);
        diagnostic.GetMessage(null).ShouldStartWith("Feature view 'user_orders' version 1: the online store remembers it for 399d, and before for 400d.");
    }

    [Fact]
    public Task ATtlWhereThereWasNone_IsAnErrorAtTheRecord() =>
        ContractTest.ReportsAsync(RulesOf.OnlineTtlShortened, ["MaxAge = \"30d\"", "MaxAge = \"30d\", OnlineTtl = \"90d\"", "record Risk", "record [|Risk|]"]);

    [Theory]
    [InlineData("OnlineTtl = \"400d\"", "OnlineTtl = \"401d\"")]
    [InlineData("OnlineTtl = \"400d\"", "OnlineTtl = \"9600h\"")]
    [InlineData("OnlineTtl = \"400d\", ", "")]
    public Task ALongerOne_IsAllowed(params string[] edits) => ContractTest.AllowsAsync(RulesOf.OnlineTtlShortened, edits);
}
