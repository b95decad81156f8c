using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2032Tests
{
    private static string Busy(string value) =>
        Plain(value).Replace("[EventSource(\"orders\")]", "[EventSource(\"orders\"), HighVolume]", StringComparison.Ordinal);

    private static string Plain(string value) => TestView.Feature("double?", value);

    [Theory]
    [InlineData("[|g.Last(Days(8)).Count()|]")]
    [InlineData("[|g.Last(Days(7), offset: Microseconds(1)).Count()|]")]
    [InlineData("[|g.Last(Days(30), tile: Hours(1)).Median(o => o.Price)|]")]
    [InlineData("[|g.Last(Days(30), tile: Hours(1)).CountDistinct(o => o.Category)|]")]
    [InlineData("[|g.All.CountDistinct(o => o.Category)|]")]
    [InlineData("[|g.All.Percentile(o => o.Price, 0.9)|]")]
    [InlineData("[|g.CurrentSession(Hours(1), max: Days(8)).Count()|]")]
    public Task StateThatGrowsPerEvent_IsAnError_OnABusySource(string value) => RuleTest.ReportsAsync(RulesOf.UnboundedState, Busy(value));

    [Theory]
    [InlineData("g.Last(Days(7)).Count()")]
    [InlineData("g.Last(Days(7)).Median(o => o.Price)")]
    [InlineData("g.Last(Days(365), tile: Hours(1)).Sum(o => o.Price)")]
    [InlineData("g.Last(Days(365), tile: Hours(1)).Where(o => o.IsGift).StandardDeviation(o => o.Price)")]
    [InlineData("g.All.DecayedSum(o => o.Price, Days(1))")]
    [InlineData("g.CurrentSession(Hours(1), max: Days(7)).Count()")]
    public void StateThatIsBounded_IsBound(string value) => TestCode.BindView(TestCode.CompileValid(Busy(value)), TestView.TypeName).Diagnostics.ShouldBeEmpty();

    [Theory]
    [InlineData("g.Last(Days(30)).Count()")]
    [InlineData("g.All.Median(o => o.Price)")]
    public void AnythingGoes_OnOtherSources(string value) => TestCode.BindView(TestCode.CompileValid(Plain(value)), TestView.TypeName).Diagnostics.ShouldBeEmpty();

    [Fact]
    public void Message_NamesTheGrowthClassAndTheRemedy() =>
        TestCode.BindView(TestCode.CompileValid(Busy("g.Last(Days(8)).Count()")), TestView.TypeName)
            .Diagnostics.ShouldHaveSingleItem().GetMessage().ShouldSatisfyAllConditions(
                m => m.ShouldContain("grows per event"),
                m => m.ShouldContain("tile: Hours(1)"));
}
