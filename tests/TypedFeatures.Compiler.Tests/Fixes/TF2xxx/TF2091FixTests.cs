using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2091FixTests
{
    private static readonly TF2091Fixes Fixes = new();

    [Theory]
    [InlineData("p.Amount * 1.19m", "(double)p.Amount * 1.19")]
    [InlineData("p.Amount / 2m", "(double)p.Amount / 2.0")]
    [InlineData("Math.Round(p.Amount)", "Math.Round((double)p.Amount)")]
    [InlineData("Math.Max(p.Amount, p.Points)", "Math.Max((double)p.Amount, (double)p.Points)")]
    public Task Operation_IsDoneInDouble(string value, string fixedValue) => FixTest.FixesAsync(
        Fixes, "double", DecimalSource.Feature("public long Value", $"g.All.Count(p => {value} > 3)"), DecimalSource.Feature("public long Value", $"g.All.Count(p => {fixedValue} > 3)"));

    [Fact]
    public Task Double_StaysOne() => FixTest.FixesAsync(
        Fixes,
        "double",
        DecimalSource.Feature("public long Value", "g.All.Count(p => (decimal)p.Score == 3)"),
        DecimalSource.Feature("public long Value", "g.All.Count(p => p.Score == 3)"));

    [Fact]
    public Task FeatureThatIsADecimal_HasNoFix() => FixTest.OffersAsync(Fixes, DecimalSource.Row("[Decimal(18, 2)] public decimal? Value", "p.Amount * 1.19m"));
}
