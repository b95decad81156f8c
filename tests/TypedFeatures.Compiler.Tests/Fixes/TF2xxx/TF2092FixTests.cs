using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2092FixTests
{
    private static readonly TF2092Fixes Fixes = new();

    private const string Value = "[Decimal(18, 4)] public decimal? Value";

    [Theory]
    [InlineData("digits", "p.Fee ?? 1m", "p.Fee ?? 1.0000m")]
    [InlineData("digits", "p.Score > 0 ? p.Bonus : 2.5m", "p.Score > 0 ? p.Bonus : 2.5000m")]
    [InlineData("digits", "p.Score switch { > 0 => p.Bonus, _ => 3m }", "p.Score switch { > 0 => p.Bonus, _ => 3.0000m }")]
    [InlineData("zero", "(p.Fee ?? 0) - p.Amount", "(p.Fee ?? 0) + 0.0000m - p.Amount")]
    public Task Scales_Meet(string key, string value, string fixedValue) => FixTest.FixesAsync(Fixes, key, DecimalSource.Row(Value, value), DecimalSource.Row(Value, fixedValue));

    [Fact]
    public Task Total_HasItsDigitsAlsoOfNothing() => FixTest.FixesAsync(
        Fixes,
        "zero",
        DecimalSource.Feature(Value, "g.All.Sum(p => p.Fee) - g.All.Max(p => p.Amount)"),
        DecimalSource.Feature(Value, "g.All.Sum(p => p.Fee) + 0.0000m - g.All.Max(p => p.Amount)"));

    [Fact]
    public Task Columns_HaveTheDigitsTheyHave() => FixTest.OffersAsync(Fixes, DecimalSource.Row(Value, "p.Score > 0 ? p.Amount : p.Bonus"));
}
