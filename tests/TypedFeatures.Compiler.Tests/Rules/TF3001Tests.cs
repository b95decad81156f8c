using TypedFeatures.Compiler.Tests.Contract;
using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3001Tests
{
    [Theory]
    [InlineData("{", "{{", 1, 2)]
    [InlineData("\"format\": 1", "\"format\": 99", 2, 13)]
    [InlineData("\"kind\": \"table\"", "\"kind\": \"shelf\"", 34, 15)]
    public async Task AFileThatCannotBeRead_IsAnErrorWhereItCannot(string before, string after, int line, int column)
    {
        var locked = ContractCode.Released(ContractCode.Shop).Print();
        var start = locked.IndexOf(before, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0);

        var diagnostic = (await ContractTest.AnalyzeAsync(ContractCode.Shop, locked.Remove(start, before.Length).Insert(start, after))).Single();

        diagnostic.Id.ShouldBe(RulesOf.UnreadableLockFile.Id);
        diagnostic.GetMessage(null).ShouldStartWith("features.lock.json cannot be read: ");
        var place = diagnostic.Location.GetLineSpan();
        (Path.GetFileName(place.Path), place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1).ShouldBe(("features.lock.json", line, column));
    }

    [Fact]
    public async Task AnEmptyFile_IsAnErrorAtItsStart() => (await ContractTest.AnalyzeAsync(ContractCode.Shop, "")).Single().Id.ShouldBe(RulesOf.UnreadableLockFile.Id);

    [Fact]
    public async Task AFileAsWritten_IsRead() => (await ContractTest.AnalyzeAsync(ContractCode.Shop, ContractCode.Released(ContractCode.Shop))).ShouldBeEmpty();
}
