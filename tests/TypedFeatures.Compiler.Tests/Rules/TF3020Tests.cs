using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3020Tests
{
    [Fact]
    public async Task AFeatureThatIsGone_IsAnErrorAtTheRecord_ThatNamesTheServices()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.FeatureRemoved, ["public string? Favourite90d { get; init; }", "", "Favourite90d = g.Last(Days(90)).Mode(x => x.o.Category),", "", "record UserOrders", "record [|UserOrders|]"], RulesOf.EntryOutOfDate);
        diagnostic.GetMessage(null).ShouldBe(
            "Feature 'favourite90d' of feature view 'user_orders' version 1: it is gone. Affected services: 'checkout' version 3. "
            + "Undo it, or declare it in a new view; to take it away, mark it [Retired(\"date\")] first and keep it until that date.");
    }

    [Fact]
    public async Task AFeatureUnderAnotherName_IsTakenForARename()
    {
        var diagnostic = await ContractTest.ReportsAsync(RulesOf.FeatureRemoved, ["public string? Favourite90d", "public string? Category90d", "Favourite90d = g", "Category90d = g", "record UserOrders", "record [|UserOrders|]"], RulesOf.VectorGrowth, RulesOf.EntryOutOfDate);
        diagnostic.GetMessage(null).ShouldContain("mark 'Category90d' [FormerlyNamed(\"favourite90d\")]");
    }

    [Fact]
    public Task AnOnDemandFeatureThatIsGone_IsAnErrorAtTheService() =>
        ContractTest.ReportsAsync(RulesOf.FeatureRemoved, ["public double Doubled => Amount * 2;", "", "record Checkout", "record [|Checkout|]"]);

    [Theory]
    [InlineData("Favourite90d")]
    [InlineData("favourite90d")]
    public Task ARenameThatIsSaid_IsAllowed(string former) => ContractTest.AllowsAsync(
        RulesOf.FeatureRemoved, "public string? Favourite90d", $"[FormerlyNamed(\"{former}\")] public string? Category90d", "Favourite90d = g", "Category90d = g");
}
