using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF1004Tests
{
    [Theory]
    [InlineData("[|o.Category.StartsWith(\"a\")|]")]
    [InlineData("[|o.Category.EndsWith(\"a\", StringComparison.OrdinalIgnoreCase)|]")]
    [InlineData("[|o.Category.Contains(\"a\")|]")]
    [InlineData("[|o.Category.ToLowerInvariant()|] == \"a\"")]
    [InlineData("[|o.Category.ToUpper()|] == \"A\"")]
    [InlineData("[|o.Category.IndexOf(\"a\")|] == 0")]
    [InlineData("[|string.Compare(o.Category, \"a\")|] == 0")]
    [InlineData("[|string.Equals(o.Category, \"a\", StringComparison.CurrentCulture)|]")]
    [InlineData("[|o.Category.Trim()|] == \"a\"")]
    [InlineData("[|string.IsNullOrWhiteSpace(o.Category)|]")]
    [InlineData("[|o.Category.Substring(1)|] == \"a\"")]
    [InlineData("o.Category + [|o.Quantity|] == \"a1\"")]
    [InlineData("$\"{o.Category}{[|o.Units|]}\" == \"a1\"")]
    [InlineData("[|o.Quantity.ToString(System.Globalization.CultureInfo.CurrentCulture)|] == \"1\"")]
    public Task TextComparedByCulture_IsAnError(string condition) =>
        RuleTest.ReportsAsync(RulesOf.CulturalText, TestView.Condition(condition));

    [Theory]
    [InlineData("o.Category.StartsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("o.Category.EndsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("o.Category.Contains(\"a\", StringComparison.Ordinal)")]
    [InlineData("Text.LowerAscii(o.Category) == \"a\"")]
    [InlineData("o.Category == o.Email")]
    [InlineData("Text.TrimAscii(o.Category) == \"a\"")]
    [InlineData("Text.Compare(o.Category, \"a\") < 0")]
    [InlineData("o.Category.IndexOf(\"a\", StringComparison.Ordinal) == 0")]
    [InlineData("o.Category.Replace(\"a\", \"b\") == \"b\"")]
    [InlineData("o.Category.Equals(\"a\")")]
    [InlineData("string.Equals(o.Category, o.Email, StringComparison.Ordinal)")]
    [InlineData("!string.IsNullOrEmpty(o.Email)")]
    public Task OrdinalText_IsAllowed(string condition) => RuleTest.AllowsAsync(TestView.Condition(condition));
}
