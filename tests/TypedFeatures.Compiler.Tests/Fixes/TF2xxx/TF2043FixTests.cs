using TypedFeatures.CodeFixes.TF2xxx;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2043FixTests
{
    private static readonly TF2043Fixes Fixes = new();

    [Theory]
    [InlineData("private static int length = 5;", "private const int length = 5;")]
    [InlineData("public static int length = 5;", "public const int length = 5;")]
    public Task FieldWithTheLength_IsAConstant(string before, string after) => FixTest.FixesAsync(Fixes, "constant", Source(before), Source(after));

    [Theory]
    [InlineData("private static int length = System.Environment.ProcessorCount;")]
    [InlineData("private static int length { get; set; } = 5;")]
    public Task LengthThatIsNoConstantByItself_IsLeftToPeople(string member) => FixTest.OffersAsync(Fixes, Source(member));

    private static string Source(string member) =>
        TestView.Feature("FeatureList<string>?", "g.All.LatestK(length, o => o.Category)").Replace("static FeatureQuery<", member + "\n    static FeatureQuery<", StringComparison.Ordinal);
}
