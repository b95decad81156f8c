using TypedFeatures.CodeFixes.TF1xxx;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1025FixTests
{
    private static readonly TF1025Fixes Fixes = new();

    [Theory]
    [InlineData("g.Last(Days(30)).Count(p => p.Returned)", "g.Last(Days(30), offset: Days(60)).Count(p => p.Returned)")]
    [InlineData("g.Last(Days(30)).Where(p => p.Amount > 3).Count(p => p.Returned)", "g.Last(Days(30), offset: Days(60)).Where(p => p.Amount > 3).Count(p => p.Returned)")]
    [InlineData("g.Last(Days(30)).Where(p => p.Returned).Count()", "g.Last(Days(30), offset: Days(60)).Where(p => p.Returned).Count()")]
    public Task Window_EndsWhereOutcomesAreFinal(string value, string mended) =>
        FixTest.FixesAsync(Fixes, "offset", LeakSource.Feature("long", value), LeakSource.Feature("long", mended));

    [Theory]
    [InlineData("60d", "36h", "Hours(36)")]
    [InlineData("60d", "90m", "Minutes(90)")]
    [InlineData("60d", "61s", "Seconds(61)")]
    public Task Offset_IsInTheGreatestUnit(string declared, string maturity, string offset)
    {
        string Source(string value) => LeakSource.Feature("long", value).Replace($"MaturesAfter = \"{declared}\"", $"MaturesAfter = \"{maturity}\"", StringComparison.Ordinal);
        return FixTest.FixesAsync(Fixes, "offset", Source("g.Last(Days(30)).Count(p => p.Returned)"), Source($"g.Last(Days(30), offset: {offset}).Count(p => p.Returned)"));
    }

    [Theory]
    [InlineData("g.All.Count(p => p.Returned)")]
    [InlineData("g.Last(Days(30), tile: Hours(1)).Count(p => p.Returned)")]
    [InlineData("g.Last(Days(30), offset: Days(1)).Count(p => p.Returned)")]
    public Task WindowsOfOtherShapes_AreLeftAlone(string value) => FixTest.OffersAsync(Fixes, LeakSource.Feature("long", value));
}
