using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2001FixTests
{
    private static readonly TF2001Fixes Fixes = new();

    [Theory]
    [InlineData("numeric", "double?", "Math.Sqrt(o.Price)", "Numeric.Sqrt(o.Price)")]
    [InlineData("numeric", "double?", "Math.Pow(o.Price, 2)", "Numeric.Pow(o.Price, 2)")]
    [InlineData("numeric", "double?", "Math.Floor(Math.Sqrt(o.Price))", "Math.Floor(Numeric.Sqrt(o.Price) ?? 0)")]
    [InlineData("invariant", "string?", "o.Quantity.ToString()", "o.Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture)")]
    [InlineData("universal", "DateTime?", "o.OccurredAt.ToUniversalTime()", "o.OccurredAt")]
    [InlineData("equality", "bool?", "o.Quantity.Equals(3)", "o.Quantity == 3")]
    [InlineData("equality", "bool?", "!o.Quantity.Equals(3)", "!(o.Quantity == 3)")]
    public Task Member_IsReplacedByWhatTheLanguageHas(string key, string type, string value, string fixedValue) => FixTest.FixesAsync(
        Fixes,
        key,
        TestView.Row(type, value),
        key == "invariant"
            ? TestView.Row(type, fixedValue.Replace("System.Globalization.", "", StringComparison.Ordinal)).Replace("using System;\n", "using System;\nusing System.Globalization;\n", StringComparison.Ordinal)
            : TestView.Row(type, fixedValue));

    [Theory]
    [InlineData("double?", "Math.Round(o.Price, 2)")]
    [InlineData("bool?", "o.Quantity.Equals(o.Units)")]
    public Task WhatNoMemberStandsFor_HasNoFix(string type, string value) => FixTest.OffersAsync(Fixes, TestView.Row(type, value));
}
