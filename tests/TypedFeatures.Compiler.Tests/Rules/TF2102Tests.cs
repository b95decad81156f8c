using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2102Tests
{
    [Theory]
    [InlineData("int", "g.All.Sum(o => o.Quantity)")]
    [InlineData("long", "checked(g.All.Count() - g.Last(Days(7)).Count())")]
    [InlineData("TimeSpan", "g.All.Sum(o => o.Delay)")]
    [InlineData("int?", "g.All.Max(o => checked(o.Quantity * 2))")]
    [InlineData("DateTime", "g.AsOf + TimeSpan.FromDays(1)")]
    public Task JoinedViewThatMayOverflow_IsAnError(string type, string value) => RuleTest.ReportsAsync(
        RulesOf.FailingView,
        TestJoinedView.Source(
            features: $"{TestJoinedView.Orders} public {type} Risky {{ get; init; }}",
            values: $"Orders = g.All.Count(), Risky = {value}",
            parameter: "View<Inner> [|inner|]"));

    [Theory]
    [InlineData("double", "g.All.Sum(o => (double)o.Quantity)")]
    [InlineData("double", "g.All.Sum(o => o.Price)")]
    [InlineData("double", "(double)g.All.Count() - g.Last(Days(7)).Count()")]
    [InlineData("double?", "(g.AsOf - g.All.Max(o => o.PlacedAt))?.TotalDays")]
    [InlineData("DateTime?", "g.All.Max(o => o.PlacedAt)")]
    public Task WhatCannotOverflow_IsJoined(string type, string value) => RuleTest.AllowsAsync(TestJoinedView.Source(
        features: $"{TestJoinedView.Orders} public {type} Safe {{ get; init; }}",
        values: $"Orders = g.All.Count(), Safe = {value}"));

    /// <summary>What one entity had is added up in an order of the engine's choosing, so values that are equal here may differ there.</summary>
    [Theory]
    [InlineData("g.All.Mode(x => x.i.Total)")]
    [InlineData("g.All.CountDistinct(x => x.i.Total)")]
    public Task SumsOfAJoinedView_FormNoGroups(string value) => RuleTest.ReportsAsync(
        RulesOf.ApproximateStep,
        TestJoinedView.Source(
            features: "public double Total { get; init; }",
            values: "Total = g.All.Sum(o => o.Price)",
            type: value.Contains("Mode", StringComparison.Ordinal) ? "double?" : "long",
            value: $"[|{value}|]"));

    [Fact]
    public Task GreatestValuesOfAJoinedView_FormGroups() => RuleTest.AllowsAsync(TestJoinedView.Source(
        features: "public double? Total { get; init; }",
        values: "Total = g.All.Max(o => o.Price)",
        type: "long",
        value: "g.All.CountDistinct(x => x.i.Total)"));
}
