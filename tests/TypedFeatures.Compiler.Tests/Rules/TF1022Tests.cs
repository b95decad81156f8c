using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1022Tests
{
    [Theory]
    [InlineData("double?", "(g.AsOf - g.All.Max(p => [|p.SeenAt|]))?.TotalDays", "")]
    [InlineData("long", "g.All.Count(p => [|p.SeenAt|] > p.At)", "")]
    [InlineData("long", "g.All.Count()", "where [|p.SeenAt|].Hour < 6")]
    public async Task IngestTime_IsAWarning_AndThePlanStands(string type, string value, string clauses)
    {
        var text = LeakSource.Feature(type, value, clauses);
        (await RuleTest.ReportsAsync(RulesOf.IngestTimeAsValue, text)).GetMessage().ShouldContain("'At'");
        TestCode.BindView(TestCode.CompileValid(RuleTest.Unmark(text).Text), TestView.TypeName).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("double?", "(g.AsOf - g.All.Max(p => p.At))?.TotalDays")]
    [InlineData("double?", "g.All.TimeSinceLast()?.TotalDays")]
    public Task EventTime_IsAllowed(string type, string value) => RuleTest.AllowsAsync(LeakSource.Feature(type, value));
}
