using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2010FixTests
{
    private static readonly TF2010Fixes Fixes = new();

    private static string View(string condition) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders where {{condition}} group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }""");

    [Theory]
    [InlineData("checked(o.Quantity * o.Units) > 1000", "(double)o.Quantity * o.Units > 1000")]
    [InlineData("1000 < checked(o.Units + o.Units * 2)", "1000 < (double)o.Units + (double)o.Units * 2")]
    public Task Filter_IsComputedInDouble(string condition, string fixedCondition) => FixTest.FixesAsync(Fixes, "double", View(condition), View(fixedCondition));

    [Fact]
    public Task WhatIsCutOff_HasNoFix() => FixTest.OffersAsync(Fixes, View("checked(o.Units * 3) / 2 > 5 && checked(o.Units * 3 / 2) > 5"));
}
