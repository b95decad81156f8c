using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2011FixTests
{
    private static readonly TF2011Fixes Fixes = new();

    private static string View(string window, string attribute) => TestView.Source(
        "public long Value { get; init; }",
        $$"""from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.{{window}}.Count() }""",
        attribute: attribute);

    [Theory]
    [InlineData("Last(Days(90))", "90d")]
    [InlineData("Last(Hours(800))", "800h")]
    [InlineData("Last(Days(90), offset: Seconds(61))", "7776061s")]
    [InlineData("Last(Days(90), offset: Microseconds(1))", "7776001s")]
    public Task Ttl_IsRaisedToTheLongestLookBack(string window, string ttl) => FixTest.FixesAsync(
        Fixes, "raise", View(window, "[FeatureView(\"test_view\", OnlineTtl = \"30d\")]"), View(window, $"[FeatureView(\"test_view\", OnlineTtl = \"{ttl}\")]"));

    [Theory]
    [InlineData("[FeatureView(\"test_view\", OnlineTtl = \"30d\", Version = 2)]", "[FeatureView(\"test_view\", Version = 2)]")]
    [InlineData("[FeatureView(\"test_view\", OnlineTtl = \"30d\")]", "[FeatureView(\"test_view\")]")]
    public Task Ttl_IsLeftOut(string attribute, string fixedAttribute) => FixTest.FixesAsync(Fixes, "remove", View("Last(Days(90))", attribute), View("Last(Days(90))", fixedAttribute));

    [Fact]
    public Task WholePast_HasNoTtlThatIsLongEnough() => FixTest.OffersAsync(Fixes, View("All", "[FeatureView(\"test_view\", OnlineTtl = \"30d\")]"), "remove");
}
