using TypedFeatures.CodeFixes.TF1xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1005FixTests
{
    [Theory]
    [InlineData("o.Weight * 9.81f", "(double)o.Weight * 9.81")]
    [InlineData("2f * o.Weight", "2.0 * o.Weight")]
    [InlineData("o.Weight + o.Weight * o.Weight", "o.Weight + (double)o.Weight * o.Weight")]
    [InlineData("-o.Weight", "-(double)o.Weight")]
    [InlineData("Math.Abs(o.Weight)", "Math.Abs((double)o.Weight)")]
    [InlineData("(float)o.Price", "o.Price")]
    public Task FloatArithmetic_IsDoneInDouble(string value, string fixedValue) =>
        FixTest.FixesAsync(new TF1005Fixes(), "double", TestView.Row("double?", value), TestView.Row("double?", fixedValue));

    [Fact]
    public Task Integer_IsReachedThroughADouble() => FixTest.FixesAsync(
        new TF1005Fixes(), "double", TestView.Row("int?", "(int)o.Weight"), TestView.Row("int?", "checked((int)(double)o.Weight)"));

    [Fact]
    public Task Feature_ThatIsAFloat_HasNoFix() => FixTest.OffersAsync(new TF1005Fixes(), TestView.Row("float?", "o.Weight * 2f"));
}
