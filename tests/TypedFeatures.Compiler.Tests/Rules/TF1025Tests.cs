using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1025Tests
{
    [Theory]
    [InlineData("g.Last(Days(90)).Count(p => [|p.Returned|])", "ends 0 days before")]
    [InlineData("g.Last(Days(90), offset: Days(59)).Count(p => [|p.Returned|])", "ends 59 days before")]
    [InlineData("g.All.Count(p => [|p.Returned|])", "final after 60 days")]
    public async Task OutcomeByKey_BeforeItIsFinal_IsAnError_AndThePlanStands(string value, string message)
    {
        var text = LeakSource.Feature("long", value);
        (await RuleTest.ReportsAsync(RulesOf.ImmatureOutcome, text)).GetMessage().ShouldContain(message);
        TestCode.BindView(TestCode.CompileValid(RuleTest.Unmark(text).Text), TestView.TypeName).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("g.Last(Days(90), offset: Days(60)).Count(p => p.Returned)", "")]
    [InlineData("g.Last(Days(90), offset: Days(75)).Count()", "where !p.Returned")]
    public Task OutcomeByKey_AfterItIsFinal_IsAllowed(string value, string clauses) => RuleTest.AllowsAsync(LeakSource.Feature("long", value, clauses));

    [Fact]
    public Task OutcomeThatFilters_ConcernsEveryWindow() => RuleTest.ReportsAsync(
        RulesOf.ImmatureOutcome,
        LeakSource.Feature("long", "checked(g.Last(Days(90), offset: Days(60)).Count() + g.Last(Days(7)).Count())", "where [|p.Returned|]"));

    [Fact]
    public Task LengthThatIsNone_IsAnErrorOfTheSource() => RuleTest.ReportsAsync(
        TypedFeatures.Compiler.Diagnostics.Rules.SourceDeclaration,
        "using System; using TypedFeatures; namespace Test; [EventSource(\"a\")] public sealed record A { [EventId] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [KnownAfterOutcome(MaturesAfter = \"two months\")] public bool [|Late|] { get; init; } }");
}
