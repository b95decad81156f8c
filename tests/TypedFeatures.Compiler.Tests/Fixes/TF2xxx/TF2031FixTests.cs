using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2031FixTests
{
    private static readonly TF2031Fixes Fixes = new();

    [Theory]
    [InlineData("95", "0.95")]
    [InlineData("99.9", "0.999")]
    [InlineData("100", "1.0")]
    public Task Percentage_IsAShare(string percent, string share) => FixTest.FixesAsync(
        Fixes, "share", TestView.Feature("double?", $"g.All.Percentile(o => o.Price, {percent})"), TestView.Feature("double?", $"g.All.Percentile(o => o.Price, {share})"));

    [Fact]
    public Task NegativeHalfLife_BecomesPositive() => FixTest.FixesAsync(
        Fixes,
        "positive",
        TestView.Feature("double", "g.All.DecayedSum(o => o.Price, TimeSpan.FromDays(-7))"),
        TestView.Feature("double", "g.All.DecayedSum(o => o.Price, TimeSpan.FromDays(7))"));

    [Theory]
    [InlineData("g.All.Percentile(o => o.Price, 250)")]
    [InlineData("g.All.Percentile(o => o.Price, -0.5)", "positive")]
    public Task WhatIsNoPercentage_IsNoShare(string value, params string[] keys) => FixTest.OffersAsync(Fixes, TestView.Feature("double?", value), keys);
}
