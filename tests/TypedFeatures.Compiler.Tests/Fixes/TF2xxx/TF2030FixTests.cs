using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2030FixTests
{
    private static readonly TF2030Fixes Fixes = new();

    [Theory]
    [InlineData("tile", "Days(30), offset: Days(1), tile: Hours(1)", "Days(30), offset: Days(1)")]
    [InlineData("offset", "Days(30), offset: Days(1), tile: Hours(1)", "Days(30), tile: Hours(1)")]
    [InlineData("offset", "Days(30), Days(1), Hours(1)", "Days(30), tile: Hours(1)")]
    [InlineData("tile", "Days(30), Days(1), Hours(1)", "Days(30), Days(1)")]
    [InlineData("offset", "tile: Hours(1), offset: Days(1), length: Days(30)", "tile: Hours(1), length: Days(30)")]
    public Task OneOfBoth_IsLeftOut(string key, string arguments, string left) =>
        FixTest.FixesAsync(Fixes, key, TestView.Feature("long", $"g.Last({arguments}).Count()"), TestView.Feature("long", $"g.Last({left}).Count()"));
}
