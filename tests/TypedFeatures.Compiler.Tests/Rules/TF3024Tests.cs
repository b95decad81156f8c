using TypedFeatures.Compiler.Tests.Contract;
using TypedFeatures.Plans.Contract;
using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3024Tests
{
    private static readonly string WithoutLabel = ContractCode.Shop.Remove(
        ContractCode.Shop.IndexOf("[Label(", StringComparison.Ordinal),
        ContractCode.Shop.IndexOf("[FeatureService(", StringComparison.Ordinal) - ContractCode.Shop.IndexOf("[Label(", StringComparison.Ordinal));

    [Fact]
    public async Task AReleasedRecordThatIsGone_IsAnErrorAtItsLineOfTheFile()
    {
        var locked = ContractCode.Released(ContractCode.Shop).Print();
        var diagnostic = (await ContractTest.AnalyzeAsync(WithoutLabel, locked)).Single();
        diagnostic.Id.ShouldBe(RulesOf.DefinitionRemoved.Id);
        diagnostic.Severity.ShouldBe(Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        ContractTest.TextAt(diagnostic.Location, locked).ShouldBe("\"kind\": \"label\", \"name\": \"refunded\", \"version\": 1");
        diagnostic.GetMessage(null).ShouldBe("Label 'refunded' version 1: its record is gone. Bring 'Refunded' back; to take it away, mark it [Retired(\"date\")] first and keep it until that date.");
    }

    [Fact]
    public async Task ANewVersionWithoutTheReleasedOne_IsAnError()
    {
        var diagnostics = await ContractTest.AnalyzeAsync(ContractCode.Edit("[Label(\"refunded\", Version = 1)]", "[Label(\"refunded\", Version = 2)]"), ContractCode.Released(ContractCode.Shop));
        diagnostics.Single(d => d.Id == RulesOf.DefinitionRemoved.Id).GetMessage(null).ShouldStartWith("Label 'refunded' version 1: its record is gone; there is version 2.");
    }

    [Fact]
    public async Task AForkedRecord_IsNoError() =>
        (await ContractTest.AnalyzeAsync(ForkTests.Forked, ContractCode.Released(ContractCode.Shop))).ShouldAllBe(d => d.Id == RulesOf.EntryOutOfDate.Id);

    [Fact]
    public async Task ARetiredRecord_MayGo_WhateverTheDay()
    {
        var locked = LockUpdate.Accept(
            ContractCode.Released(ContractCode.Shop), ContractCode.Contracts(ContractCode.Edit("[Label(\"refunded\", Version = 1)]", "[Label(\"refunded\", Version = 1), Retired(\"2999-01-31\")]")));
        (await ContractTest.AnalyzeAsync(WithoutLabel, locked)).ShouldBeEmpty();
    }
}
