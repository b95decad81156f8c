using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2092Tests
{
    [Theory]
    [InlineData("[|p.Fee ?? 1m|]")]
    [InlineData("[|p.Fee.GetValueOrDefault(1)|]")]
    [InlineData("[|p.Score > 0 ? p.Amount : p.Bonus|]")]
    [InlineData("[|p.Score switch { > 0 => p.Amount, _ => p.Bonus }|]")]
    [InlineData("[|(p.Fee ?? 0)|] - p.Amount", "p.Fee ?? 0")]
    [InlineData("[|p.Fee.GetValueOrDefault()|] + p.Amount")]
    public Task ScalesThatDoNotMeet_AreAnError(string value, string? exact = null) => RuleTest.ReportsAsync(
        RulesOf.DecimalScale,
        DecimalSource.Row("[Decimal(18, 4)] public decimal? Value", exact is null ? value : value.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal).Replace(exact, $"[|{exact}|]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("p.Fee ?? 1.0000m")]
    [InlineData("p.Fee ?? 0")]
    [InlineData("p.Fee.GetValueOrDefault()")]
    [InlineData("p.Score > 0 ? p.Amount + 0.0000m : p.Bonus")]
    [InlineData("p.Score switch { > 5 => p.Bonus, > 0 => 0m, _ => p.Fee }")]
    [InlineData("(p.Score > 0 ? 0.0000m : (decimal?)null) ?? -3.3333m")]
    [InlineData("(p.Score > 0 ? default(decimal?) : 0.0000m) ?? p.Bonus")]
    [InlineData("(p.Fee ?? 0) + 0.0000m - p.Amount")]
    [InlineData("(p.Fee ?? 0.0000m) - p.Amount")]
    public async Task ScalesThatMeet_AreNone(string value) =>
        (await TestCode.AnalyzeAsync(TestCode.CompileValid(DecimalSource.Row("[Decimal(18, 4)] public decimal? Value", value)))).ShouldBeEmpty();

    [Theory]
    [InlineData("p.Amount > p.Bonus")]
    [InlineData("p.Points == 0.5m")]
    [InlineData("p.Bonus < p.Cents")]
    [InlineData("p.Fee is > 0 and < 0.00001m")]
    public async Task Comparison_MixesScales(string condition) =>
        (await TestCode.AnalyzeAsync(TestCode.CompileValid(DecimalSource.Feature("public long Value", $"g.All.Count(p => {condition})")))).ShouldBeEmpty();

    [Fact]
    public Task TotalOfAFinerScale_NeedsItAlsoOfNothing() => RuleTest.ReportsAsync(
        RulesOf.DecimalScale, DecimalSource.Feature("[Decimal(18, 4)] public decimal? Value", "[|g.All.Sum(p => p.Fee)|] - g.All.Max(p => p.Amount)"));

    [Fact]
    public Task FeatureOfACoarserScale_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.DecimalScale, DecimalSource.Feature("[Decimal(18, 2)] public decimal? Value", "[|g.All.Max(p => p.Fee)|]"));

    [Fact]
    public Task OnDemandFeatureOfAnotherScale_IsAnError() =>
        RuleTest.ReportsAsync(RulesOf.DecimalScale, DecimalSource.Service("[Decimal(18, 4)] public decimal? [|Same|] => Payer.Value;"));
}
