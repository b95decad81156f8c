using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3010Tests
{
    [Theory]
    [InlineData("public long Orders7d", "public long [|Orders7d|]", "Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))")]
    [InlineData("public double? Average30d", "public double? [|Average30d|]", ".Average(x => x.o.Amount)", ".Max(x => x.o.Amount)")]
    [InlineData("public double Spend30d", "public double [|Spend30d|]", "x.o.Price * x.s.Rate", "x.o.Price")]
    [InlineData("public double MaxPrice90d", "public double [|MaxPrice90d|]", "Max(x => x.o.Price) ?? 0", "Max(x => x.o.Price) ?? 1")]
    [InlineData("public double Share", "public double [|Share|]", "Amount / average", "Amount + average")]
    public Task WindowAggregateTransformOrDefault_IsAnErrorAtTheProperty(params string[] edits) => ContractTest.ReportsAsync(RulesOf.Transform, edits);

    [Fact]
    public async Task Filter_IsOneErrorAtTheRecord_ThatNamesFeaturesServicesAndRemedy()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.Transform, ["o.Quantity > 1", "o.Quantity > 2", "record UserOrders", "record [|UserOrders|]"]);
        diagnostic.GetMessage(null).ShouldBe(
            "Feature view 'user_orders' version 1: filter, joins or key of its query changed, by which 'average30d', 'favourite90d', 'first_quantity', 'last_email', 'last_quantity', 'last_status', "
            + "'max_price90d', 'orders7d', 'spend30d' have other values. Affected services: 'checkout' version 3. Undo it, or give 'UserOrders' version 2 and keep what was released beside it, as 'UserOrdersV1'. "
            + "If it means the same, say why: [LogicEquivalent(\"reason\")].");
        diagnostic.Properties["ContractChange"].ShouldBe("Query");
    }

    [Theory]
    [InlineData("o.Price > 0 && o.Quantity > 1", "o.Quantity > 1 && o.Price > 0")]
    [InlineData("g.Last(Days(7))", "g.Last(Hours(168))")]
    [InlineData("x.o.Price * x.s.Rate", "x.o.Price", "public double Spend30d", "[LogicEquivalent(\"rates are one\")] public double Spend30d")]
    public Task TheSameMeaning_IsAllowed(params string[] edits) => ContractTest.AllowsAsync(RulesOf.Transform, edits);
}
