using RulesOf = TypedFeatures.Compiler.Diagnostics.ContractRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF3004Tests
{
    private static string View(string features) => TestView.Source(
        features, "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, A = g.All.Count(), B = g.Last(Days(7)).Count() }");

    [Theory]
    [InlineData("[[|FormerlyNamed(\"two words\")|]] public long A { get; init; } public long B { get; init; }")]
    [InlineData("[[|Retired(\"soon\")|]] public long A { get; init; } public long B { get; init; }")]
    [InlineData("[[|Retired(\"2027-02-29\")|]] public long A { get; init; } public long B { get; init; }")]
    [InlineData("[[|LogicEquivalent(\" \")|]] public long A { get; init; } public long B { get; init; }")]
    [InlineData("[[|PiiRemoval(\"\")|]] public long A { get; init; } public long B { get; init; }")]
    [InlineData("[FormerlyNamed(\"Old\")] public long A { get; init; } [[|FormerlyNamed(\"old\")|]] public long B { get; init; }")]
    public Task AnAttributeThatSaysNothingOrTwoThings_IsAnErrorAtIt(string features) => RuleTest.ReportsAsync(RulesOf.ContractAttribute, View(features));

    [Theory]
    [InlineData("FormerlyNamed(\"Id\")")]
    [InlineData("Retired(\"2027-01-31\")")]
    [InlineData("LogicEquivalent(\"it is\")")]
    public Task AnAttributeOfFeaturesOnAKey_IsAnErrorAtIt(string attribute) => RuleTest.ReportsAsync(
        RulesOf.ContractAttribute,
        View("public long A { get; init; } public long B { get; init; }").Replace(
            "[EntityKey] public long UserId { get; init; }\n    public long A", $"[EntityKey, [|{attribute}|]] public long UserId {{ get; init; }}\n    public long A", StringComparison.Ordinal));

    [Fact]
    public Task ATagAndItsRemoval_AreAnErrorAtTheRemoval() => RuleTest.ReportsAsync(
        RulesOf.ContractAttribute,
        TestView.Feature("string?", "g.All.Latest(o => o.Email)").Replace("public string? Email", "[Pii, [|PiiRemoval(\"hashed\")|]] public string? Email", StringComparison.Ordinal));

    [Fact]
    public Task AttributesThatSaySomething_AreAllowed() => RuleTest.AllowsAsync(View(
        "[FormerlyNamed(\"Old\"), Retired(\"2028-02-29\")] public long A { get; init; } [LogicEquivalent(\"the same rows\"), PiiRemoval(\"a count\")] public long B { get; init; }"));
}
