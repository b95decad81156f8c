using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2009FixTests
{
    private static readonly TF2009Fixes Fixes = new();

    private static string View(string features) => TestView.Source(
        "public long Value { get; init; }" + features, "from o in orders group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }");

    [Fact]
    public Task FeatureWithoutAValue_IsRemovedWithItsLine() => FixTest.FixesAsync(
        Fixes, "remove", View("\n\n    /// <summary>Refunds.</summary>\n    public long Refunds { get; init; }"), View(""));

    [Fact]
    public Task FeatureThatOthersRead_IsNotRemoved() =>
        FixTest.OffersAsync(Fixes, View(" public long Refunds { get; init; } public bool HasRefunds => Refunds > 0;"));
}
