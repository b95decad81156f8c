using RulesOf = TypedFeatures.Compiler.Diagnostics.LeakageRules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1024Tests
{
    private static string View(string shop, string parameter) => LeakSource.Feature(
        "long", "g.All.Count(x => x.s.Rank > 3)", "join s in shops on p.ShopId equals s.ShopId", parameters: ", Dimension<Shop> " + parameter, group: "new { p, s }") + $$"""

        [DimensionSource("shops")]
        public sealed record {{shop}}
        """;

    [Fact]
    public Task DimensionOfTodayAlone_IsAnErrorWhereItIsDeclaredAndWhereItIsRead() => RuleTest.ReportsAsync(
        RulesOf.UnversionedDimension, View("[|Shop|] { [EntityKey] public long ShopId { get; init; } public int Rank { get; init; } }", "[|shops|]"));

    [Fact]
    public Task DimensionWithAHistory_IsAllowed() => RuleTest.AllowsAsync(
        View("Shop { [EntityKey] public long ShopId { get; init; } public int Rank { get; init; } [ValidFrom] public DateTime At { get; init; } }", "shops"));

    [Fact]
    public async Task DimensionWithTwoStarts_IsAnotherMistake()
    {
        var text = View("Shop { [EntityKey] public long ShopId { get; init; } public int Rank { get; init; } [ValidFrom] public DateTime A { get; init; } [ValidFrom] public DateTime B { get; init; } }", "shops");
        (await TestCode.AnalyzeAsync(TestCode.CompileValid(text))).Select(d => d.Id).ShouldBe(["TF2004"]);
    }
}
