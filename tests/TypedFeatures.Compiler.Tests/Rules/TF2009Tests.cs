using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2009Tests
{
    [Fact]
    public Task FeatureThatIsNeverAssigned_IsAnErrorAtItsDeclaration() => RuleTest.ReportsAsync(RulesOf.FeatureAssignment, TestView.Source(
        "public long Value { get; init; } public long [|Forgotten|] { get; init; }",
        "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }"));

    [Fact]
    public void FeatureAssignedTwice_IsTheCompilersError_AndThereIsNoPlan()
    {
        var compilation = TestCode.Compile(TestView.Source(
            "public long Value { get; init; }",
            "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count(), Value = g.All.Count() }"));

        var result = TestCode.BindView(compilation, TestView.TypeName);

        result.Value.ShouldBeNull();
        result.Diagnostics.ShouldBeEmpty();
        compilation.GetDiagnostics().Where(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error).ShouldHaveSingleItem().Id.ShouldBe("CS1912");
    }

    [Fact]
    public Task ComputedProperty_NeedsNoAssignment() => RuleTest.AllowsAsync(TestView.Source(
        "public long Value { get; init; } public long Twice => Value * 2;",
        "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }"));
}
