using TypedFeatures.CodeFixes.TF1xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1004FixTests
{
    private static readonly TF1004Fixes Fixes = new();

    [Theory]
    [InlineData("ordinal", "o.Category.StartsWith(\"a\")", "o.Category.StartsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("ordinal", "o.Category.Contains('a')", "o.Category.Contains(\"a\", StringComparison.Ordinal)")]
    [InlineData("ordinal", "o.Category.IndexOf(\"a\") == 0", "o.Category.IndexOf(\"a\", StringComparison.Ordinal) == 0")]
    [InlineData("ordinal", "o.Category.EndsWith(\"a\", StringComparison.CurrentCulture)", "o.Category.EndsWith(\"a\", StringComparison.Ordinal)")]
    [InlineData("ordinal", "string.Equals(o.Category, \"a\", StringComparison.CurrentCulture)", "string.Equals(o.Category, \"a\", StringComparison.Ordinal)")]
    [InlineData("lower", "o.Category.EndsWith(\"a\", StringComparison.OrdinalIgnoreCase)", "Text.LowerAscii(o.Category).EndsWith(Text.LowerAscii(\"a\"), StringComparison.Ordinal)")]
    [InlineData("lower", "string.Equals(o.Category, o.Email, StringComparison.OrdinalIgnoreCase)", "string.Equals(Text.LowerAscii(o.Category), Text.LowerAscii(o.Email), StringComparison.Ordinal)")]
    [InlineData("LowerAscii", "o.Category.ToLowerInvariant() == \"a\"", "Text.LowerAscii(o.Category) == \"a\"")]
    [InlineData("UpperAscii", "(o.Category + o.Region).ToUpper() == \"A\"", "Text.UpperAscii(o.Category + o.Region) == \"A\"")]
    [InlineData("TrimAscii", "o.Category.Trim() == \"a\"", "Text.TrimAscii(o.Category) == \"a\"")]
    [InlineData("TrimAscii", "string.IsNullOrWhiteSpace(o.Email)", "string.IsNullOrEmpty(Text.TrimAscii(o.Email))")]
    [InlineData("Compare", "string.Compare(o.Category, \"a\") < 0", "Text.Compare(o.Category, \"a\") < 0")]
    [InlineData("Compare", "o.Category.CompareTo(\"a\") < 0", "Text.Compare(o.Category, \"a\") < 0")]
    [InlineData("Left", "o.Category.Substring(0, 2) == \"ab\"", "Text.Left(o.Category, 2) == \"ab\"")]
    [InlineData("Left", "o.Category[..2] == \"ab\"", "Text.Left(o.Category, 2) == \"ab\"")]
    [InlineData("Right", "o.Category[^2..] == \"ab\"", "Text.Right(o.Category, 2) == \"ab\"")]
    public Task TextOperation_BecomesOneThatAllEnginesShare(string key, string condition, string fixedCondition) =>
        FixTest.FixesAsync(Fixes, key, TestView.Condition(condition), TestView.Condition(fixedCondition));

    [Theory]
    [InlineData("o.Category + o.Quantity == \"a1\"", "o.Category + o.Quantity.ToString(CultureInfo.InvariantCulture) == \"a1\"")]
    [InlineData("$\"{o.Category}{o.Points}\" == \"a1\"", "$\"{o.Category}{o.Points?.ToString(CultureInfo.InvariantCulture)}\" == \"a1\"")]
    [InlineData("o.Units.ToString(CultureInfo.CurrentCulture) == \"1\"", "o.Units.ToString(CultureInfo.InvariantCulture) == \"1\"")]
    public Task Integer_IsWrittenInTheInvariantCulture(string condition, string fixedCondition) => FixTest.FixesAsync(
        Fixes,
        "invariant",
        "using System.Globalization;\n" + TestView.Condition(condition),
        "using System.Globalization;\n" + TestView.Condition(fixedCondition));

    [Fact]
    public Task Namespace_IsImportedWhereItIsNot() => FixTest.FixesAsync(
        Fixes,
        "invariant",
        TestView.Condition("o.Category + o.Quantity == \"a1\""),
        TestView.Condition("o.Category + o.Quantity.ToString(CultureInfo.InvariantCulture) == \"a1\"").Replace("using System;\n", "using System;\nusing System.Globalization;\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("o.Category.Substring(1) == \"a\"")]
    [InlineData("o.Category[1..] == \"a\"")]
    [InlineData("o.Category.IndexOf(\"a\", 1) == 2")]
    [InlineData("o.Category.StartsWith(\"a\", true, null)")]
    [InlineData("o.Category.Replace(\"a\", \"b\", StringComparison.OrdinalIgnoreCase) == \"b\"")]
    [InlineData("o.Category.Contains(o.Region[0])")]
    [InlineData("o.Category.TrimEnd('a') == \"b\"")]
    public Task WhatHasNoCounterpart_IsLeftAlone(string condition) => FixTest.OffersAsync(Fixes, TestView.Condition(condition));
}
