using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Plans.Contract;
using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3002Tests
{
    [Fact]
    public async Task WhatTheFileDoesNotHave_IsAWarningAtTheRecord()
    {
        var diagnostics = await ContractTest.AnalyzeAsync(ContractCode.Shop, LockFile.Empty);
        diagnostics.ShouldAllBe(d => d.Id == RulesOf.EntryOutOfDate.Id && d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Warning);
        diagnostics.Select(d => d.Location.SourceTree!.ToString().Substring(d.Location.SourceSpan.Start, d.Location.SourceSpan.Length)).ShouldBe(["UserOrders", "Risk", "Refunded", "Checkout"]);
        diagnostics[0].GetMessage(null).ShouldBe("The feature view 'user_orders' version 1 is new. Accept it into features.lock.json (dotnet features lock).");
    }

    [Fact]
    public async Task WhatIsNotReleased_IsAWarningAtTheProperty_HoweverItChanged()
    {
        var diagnostic = (await ContractTest.AnalyzeAsync(ContractCode.Edit("Orders7d = g.Last(Days(7))", "Orders7d = g.Last(Days(8))"), ContractCode.Locked(ContractCode.Shop))).Single();
        diagnostic.Id.ShouldBe(RulesOf.EntryOutOfDate.Id);
        diagnostic.GetMessage(null).ShouldBe("Feature 'orders7d' of feature view 'user_orders' version 1: its windows are 8d, and were 7d. Accept it into features.lock.json (dotnet features lock).");
    }

    [Theory]
    [InlineData("Owner = \"growth\"", "Owner = \"risk\"", "record UserOrders", "record [|UserOrders|]")]
    [InlineData("public string? Favourite90d", "[Retired(\"2027-01-31\")] public string? [|Favourite90d|]")]
    [InlineData("public double Price { get; init; }", "[Pii] public double Price { get; init; }", "public double MaxPrice90d", "public double [|MaxPrice90d|]")]
    public Task ACompatibleChange_IsAWarning(params string[] edits) => ContractTest.ReportsAsync(RulesOf.EntryOutOfDate, edits);

    [Fact]
    public async Task WhatWasAccepted_IsNotReported()
    {
        var source = ContractCode.Edit("Owner = \"growth\"", "Owner = \"risk\"");
        (await ContractTest.AnalyzeAsync(source, LockUpdate.Accept(ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(source)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task AcceptingOneDefinition_LeavesTheOthers()
    {
        var locked = LockUpdate.Accept(LockFile.Empty, ContractCode.Contract(ContractCode.Shop, ContractCode.View));
        (await ContractTest.AnalyzeAsync(ContractCode.Shop, locked)).Length.ShouldBe(3);
    }
}
