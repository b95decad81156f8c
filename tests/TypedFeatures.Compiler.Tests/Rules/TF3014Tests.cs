using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3014Tests
{
    [Theory]
    [InlineData("public string? Favourite90d { get; init; }", "public string? Favourite90d { get; init; } public long [|Orders1d|] { get; init; }", "Favourite90d = g", "Orders1d = g.Last(Days(1)).Count(), Favourite90d = g")]
    [InlineData("public double Share", "[Request] public double [|Fee|] { get; init; } public double Share")]
    public Task AFeatureThatIsNeverNullAndStatesNoDefault_IsAnErrorAtIt(params string[] edits) => ContractTest.ReportsAsync(RulesOf.FeatureWithoutDefault, edits, RulesOf.VectorGrowth, RulesOf.EntryOutOfDate);

    [Theory]
    [InlineData("long?", "Count()")]
    [InlineData("double", "Average(x => x.o.Price) ?? 0")]
    [InlineData("double?", "Average(x => x.o.Price)")]
    public Task AFeatureThatMayBeNullOrStatesADefault_IsAllowed(string type, string value) => ContractTest.AllowsAsync(
        RulesOf.FeatureWithoutDefault,
        "public string? Favourite90d { get; init; }",
        $"public string? Favourite90d {{ get; init; }} public {type} Added {{ get; init; }}",
        "Favourite90d = g",
        $"Added = g.Last(Days(1)).{value}, Favourite90d = g");
}
