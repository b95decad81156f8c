using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2003FixTests
{
    private static readonly TF2003Fixes Fixes = new();

    private const string Query = "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }";

    private static string View => TestView.Source("public long Value { get; init; }", Query);

    [Theory]
    [InlineData("public partial record TestView")]
    [InlineData("public sealed record TestView")]
    [InlineData("public record TestView")]
    [InlineData("public sealed class TestView")]
    public Task View_BecomesASealedPartialRecord(string declaration) =>
        FixTest.FixesAsync(Fixes, "shape", View.Replace("public sealed partial record TestView", declaration, StringComparison.Ordinal), View);

    [Fact]
    public Task CommentsAndBareDeclarations_StayWhereTheyAre() => FixTest.FixesAsync(
        Fixes,
        "shape",
        View.Replace("public sealed partial record TestView", "// ours\nrecord TestView // theirs", StringComparison.Ordinal),
        View.Replace("public sealed partial record TestView", "// ours\nsealed partial record TestView // theirs", StringComparison.Ordinal));

    [Theory]
    [InlineData("name", "FeatureView(\"test view\")", "FeatureView(\"test_view\")")]
    [InlineData("name", "FeatureView(\"UserPurchases-7d\")", "FeatureView(\"user_purchases_7d\")")]
    [InlineData("version", "FeatureView(\"v\", Version = 0)", "FeatureView(\"v\", Version = 1)")]
    [InlineData("length", "FeatureView(\"v\", Freshness = \"2 hours\")", "FeatureView(\"v\", Freshness = \"2h\")")]
    [InlineData("length", "FeatureView(\"v\", Freshness = \"15min\")", "FeatureView(\"v\", Freshness = \"15m\")")]
    public Task Attribute_IsCorrected(string key, string attribute, string corrected) => FixTest.FixesAsync(
        Fixes,
        key,
        View.Replace("FeatureView(\"test_view\")", attribute, StringComparison.Ordinal),
        View.Replace("FeatureView(\"test_view\")", corrected, StringComparison.Ordinal));

    [Fact]
    public Task Define_BecomesStatic() => FixTest.FixesAsync(
        Fixes, "static", View.Replace("static FeatureQuery<TestView> Define", "FeatureQuery<TestView> Define", StringComparison.Ordinal), View);

    [Theory]
    [InlineData("FeatureView(\"v\", OnlineTtl = \"for ever\")")]
    [InlineData("FeatureView(\"!\")")]
    public Task WhatNobodyCanGuess_HasNoFix(string attribute) =>
        FixTest.OffersAsync(Fixes, View.Replace("FeatureView(\"test_view\")", attribute, StringComparison.Ordinal));
}
