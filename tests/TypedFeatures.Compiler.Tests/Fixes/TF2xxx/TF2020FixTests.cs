using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2020FixTests
{
    private static readonly TF2020Fixes Fixes = new();

    [Theory]
    [InlineData("null", "string?", "o.Quantity switch { 1 => \"one\", 2 => \"two\" }", "o.Quantity switch { 1 => \"one\", 2 => \"two\", _ => null }")]
    [InlineData("null", "string?", "o.Quantity switch { 1 => \"one\", 2 => \"two\", }", "o.Quantity switch { 1 => \"one\", 2 => \"two\", _ => null, }")]
    [InlineData("empty", "string?", "o.Amount switch { < 10 => \"low\", >= 10 => \"high\" }", "o.Amount switch { < 10 => \"low\", >= 10 => \"high\", _ => \"\" }")]
    [InlineData("empty", "int?", "o.Status switch { OrderStatus.Pending => 1, OrderStatus.Refunded => 2 }", "o.Status switch { OrderStatus.Pending => 1, OrderStatus.Refunded => 2, _ => 0 }")]
    [InlineData("empty", "int?", "o.Quantity switch\n            {\n                1 => 2, // one\n                2 => 3 // two\n            }", "o.Quantity switch\n            {\n                1 => 2, // one\n                2 => 3, // two\n                _ => 0\n            }")]
    [InlineData("empty", "int?", "o.Quantity switch\n            {\n                1 => 2, // one\n                2 => 3, // two\n            }", "o.Quantity switch\n            {\n                1 => 2, // one\n                2 => 3, // two\n                _ => 0,\n            }")]
    public Task MissingArm_IsAdded(string key, string type, string value, string fixedValue) =>
        FixTest.FixesAsync(Fixes, key, TestView.Row(type, value), TestView.Row(type, fixedValue));

    [Fact]
    public Task LineEnds_AreThoseOfTheFile()
    {
        static string View(string arms) => TestView.Row("int?", $"o.Quantity switch\n{{\n{arms}}}").Replace("\n", "\r\n", StringComparison.Ordinal);
        return FixTest.FixesAsync(Fixes, "empty", View("1 => 2,\n2 => 3\n"), View("1 => 2,\n2 => 3,\n_ => 0\n"));
    }

    [Fact]
    public Task ArmsOfNumbers_TakeNoNull() => FixTest.OffersAsync(Fixes, TestView.Row("int?", "o.Quantity switch { 1 => 2, 2 => 3 }"), "empty");
}
