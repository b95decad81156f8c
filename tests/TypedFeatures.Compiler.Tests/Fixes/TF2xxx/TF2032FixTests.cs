using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2032FixTests
{
    private static readonly TF2032Fixes Fixes = new();

    private static string Busy(string text) => text.Replace("[EventSource(\"orders\")]", "[EventSource(\"orders\"), HighVolume]", StringComparison.Ordinal);

    private static string View(string value) => Busy(TestView.Feature("long", value));

    [Theory]
    [InlineData("g.Last(Days(30)).Count()", "g.Last(Days(30), tile: Hours(1)).Count()")]
    [InlineData("checked(g.Last(Days(7)).Count() + g.Last(Days(8)).Count())", "checked(g.Last(Days(7)).Count() + g.Last(Days(8), tile: Hours(1)).Count())")]
    public Task WindowThatKeepsItsRows_IsTiled(string value, string fixedValue) => FixTest.FixesAsync(Fixes, "tile", View(value), View(fixedValue));

    [Fact]
    public Task WindowThatALetNames_IsTiledThere()
    {
        static string Let(string window) => Busy(TestView.Source(
            "public long Value { get; init; }",
            $$"""
            from o in orders
                    group o by o.UserId into g
                    let month = {{window}}
                    select new TestView { UserId = g.Key, Value = month.Count() }
            """));
        return FixTest.FixesAsync(Fixes, "tile", Let("g.Last(Days(30))"), Let("g.Last(Days(30), tile: Hours(1))"));
    }

    [Theory]
    [InlineData("g.Last(Days(30), offset: Days(1)).Count()")]
    [InlineData("g.Last(Days(30)).CountDistinct(o => o.Category)")]
    public Task WhatTilesDoNotBound_HasNoFix(string value) => FixTest.OffersAsync(Fixes, View(value));
}
