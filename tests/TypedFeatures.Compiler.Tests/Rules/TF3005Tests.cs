using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3005Tests
{
    private static string[] Added(string after) =>
        ["public string? Favourite90d { get; init; }", after, "Favourite90d = g", "FirstPrice = g.Last(Days(7)).First(x => x.o.Price), Favourite90d = g", "record Checkout", "record [|Checkout|]"];

    [Fact]
    public async Task AFeatureThatAViewGains_IsAWarningAtTheService_WhichSaysHowManyMove()
    {
        var diagnostic = await ContractTest.ReportsAsync(
            RulesOf.VectorGrowth, Added("public string? Favourite90d { get; init; } public double? FirstPrice { get; init; }"), RulesOf.EntryOutOfDate);
        diagnostic.GetMessage(null).ShouldStartWith(
            "Feature service 'checkout' version 3: its vector has 'user_first_price' besides, and 6 of the others stand at later places. Affected services: 'checkout' version 3.");
    }

    [Fact]
    public Task AValueAfterAllOthers_IsAWarning() => ContractTest.ReportsAsync(
        RulesOf.VectorGrowth, ["public double Doubled => Amount * 2;", "public double Doubled => Amount * 2; public double? Halved => Amount / 2;", "record Checkout", "record [|Checkout|]"], RulesOf.EntryOutOfDate);

    [Fact]
    public async Task AnUnreleasedService_GrowsSilently()
    {
        var locked = Contract.ContractCode.Locked(Contract.ContractCode.Shop);
        var (text, _) = RuleTest.Unmark(Contract.ContractCode.Edit(Added("public string? Favourite90d { get; init; } public double? FirstPrice { get; init; }")));
        (await ContractTest.AnalyzeAsync(text, locked)).ShouldAllBe(d => d.Id == RulesOf.EntryOutOfDate.Id);
    }
}
