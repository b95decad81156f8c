using TypedFeatures.Compiler.Tests.Contract;
using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3003Tests
{
    [Fact]
    public async Task AnEntryWithoutARecord_IsAWarningAtItsLine()
    {
        var locked = ContractCode.Locked(ContractCode.Shop).Print();
        var start = ContractCode.Shop.IndexOf("[Label(", StringComparison.Ordinal);
        var source = ContractCode.Shop.Remove(start, ContractCode.Shop.IndexOf("[FeatureService(", StringComparison.Ordinal) - start);

        var diagnostic = (await ContractTest.AnalyzeAsync(source, locked)).Single();

        diagnostic.Id.ShouldBe(RulesOf.EntryWithoutRecord.Id);
        ContractTest.TextAt(diagnostic.Location, locked).ShouldBe("\"kind\": \"label\", \"name\": \"refunded\", \"version\": 1");
        diagnostic.GetMessage(null).ShouldBe("Label 'refunded' version 1: its record is gone. It was not released; take it out of features.lock.json (dotnet features lock).");
    }

    [Fact]
    public async Task WhileARecordDoesNotBind_NothingIsSaidToBeGone() =>
        (await ContractTest.AnalyzeAsync(ContractCode.Edit("g.Next(Days(60))", "g.Next(Days(-1))"), ContractCode.Locked(ContractCode.Shop))).ShouldBeEmpty();
}
