using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2011Tests
{
    private static string View(string attribute, string window) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = {{window}}.Count() }""",
        attribute: $"[{attribute}]");

    [Theory]
    [InlineData("[|FeatureView(\"v\", OnlineTtl = \"29d\")|]", "g.Last(Days(30))")]
    [InlineData("[|FeatureView(\"v\", OnlineTtl = \"4000d\")|]", "g.All")]
    [InlineData("[|FeatureView(\"v\", OnlineTtl = \"30d\")|]", "g.Last(Days(30), offset: Days(1))")]
    [InlineData("[|FeatureView(\"v\", OnlineTtl = \"30d\")|]", "g.Last(Days(30), tile: Hours(1))")]
    [InlineData("[|FeatureView(\"v\", OnlineTtl = \"23h\")|]", "g.CurrentSession(Hours(1), max: Days(1))")]
    public async Task TtlShorterThanTheLookback_IsAWarning_AndThePlanStands(string attribute, string window)
    {
        await RuleTest.ReportsAsync(RulesOf.ShortOnlineTtl, View(attribute, window));
        var unmarked = attribute.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal);
        TestCode.BindView(TestCode.CompileValid(View(unmarked, window)), TestView.TypeName).Value.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("FeatureView(\"v\", OnlineTtl = \"30d\")", "g.Last(Days(30))")]
    [InlineData("FeatureView(\"v\")", "g.All")]
    [InlineData("FeatureView(\"v\", OnlineTtl = \"31d\")", "g.Last(Days(30), offset: Days(1))")]
    [InlineData("FeatureView(\"v\", OnlineTtl = \"31d\")", "g.Last(Days(30), tile: Days(1))")]
    public Task TtlAsLongAsTheLookback_IsAllowed(string attribute, string window) => RuleTest.AllowsAsync(View(attribute, window));
}
