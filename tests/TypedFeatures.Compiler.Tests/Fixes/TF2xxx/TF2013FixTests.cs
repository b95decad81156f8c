using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2013FixTests
{
    private static readonly TF2013Fixes Fixes = new();

    [Theory]
    [InlineData("double?", "o.Amount.Value", "o.Amount")]
    [InlineData("double?", "o.Price * o.Amount.Value", "o.Price * o.Amount")]
    [InlineData("double?", "(double)o.Amount", "o.Amount")]
    [InlineData("int?", "o.Email!.Length", "o.Email?.Length")]
    [InlineData("bool?", "o.Email!.Contains(\"@\", StringComparison.Ordinal)", "o.Email?.Contains(\"@\", StringComparison.Ordinal)")]
    public Task Value_StaysNull(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "null", TestView.Row(type, value), TestView.Row(type, fixedValue));

    [Theory]
    [InlineData("double?", "o.Amount.Value", "o.Amount ?? 0")]
    [InlineData("double?", "o.Price * o.Amount.Value", "o.Price * (o.Amount ?? 0)")]
    [InlineData("int?", "(int)o.Discount", "o.Discount ?? 0")]
    [InlineData("int?", "o.Email!.Length", "(o.Email ?? \"\").Length")]
    [InlineData("bool?", "o.Category.Contains(o.Email!, StringComparison.Ordinal)", "o.Category.Contains(o.Email ?? \"\", StringComparison.Ordinal)")]
    public Task Value_HasADefault(string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, "default", TestView.Row(type, value), TestView.Row(type, fixedValue));

    [Fact]
    public Task ValueThatCannotBeNull_HasADefaultOnly() => FixTest.OffersAsync(Fixes, TestView.Row("double?", "Math.Round(o.Amount.Value)"), "default");
}
