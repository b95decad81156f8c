using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3016Tests
{
    [Theory]
    [InlineData("public required UserOrders User { get; init; }\n    public required Risk Risk { get; init; }", "public required Risk Risk { get; init; }\n    public required UserOrders User { get; init; }")]
    [InlineData("public long Orders7d { get; init; }\n    public double? Average30d { get; init; }", "public double? Average30d { get; init; }\n    public long Orders7d { get; init; }")]
    [InlineData("Version = 2, MaxAge", "Version = 3, MaxAge")]
    public Task AnotherOrderOrAnotherVersionOfAView_IsAnErrorAtTheService(params string[] edits) =>
        ContractTest.ReportsAsync(RulesOf.VectorOrder, [.. edits, "record Checkout", "record [|Checkout|]"], RulesOf.DefinitionRemoved, RulesOf.EntryOutOfDate);

    [Fact]
    public Task AnotherOrderOfMembersThatAreNoValues_IsAllowed() =>
        ContractTest.AllowsAsync(RulesOf.VectorOrder, "public double Share =>", "private double Third => Amount / 3; public double Share =>");
}
