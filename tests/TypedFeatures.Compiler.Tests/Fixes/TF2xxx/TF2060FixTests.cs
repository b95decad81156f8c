using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2060FixTests
{
    private static readonly TF2060Fixes Fixes = new();

    [Theory]
    [InlineData("public sealed record TestLabel")]
    [InlineData("public partial record TestLabel")]
    [InlineData("public class TestLabel")]
    public Task Label_BecomesASealedPartialRecord(string declaration) => FixTest.FixesAsync(Fixes, "shape", TestLabel.Source(declaration: declaration), TestLabel.Source());

    [Theory]
    [InlineData("name", "[Label(\"test label\")]", "[Label(\"test_label\")]")]
    [InlineData("version", "[Label(\"test_label\", Version = -1)]", "[Label(\"test_label\", Version = 1)]")]
    public Task Attribute_IsCorrected(string key, string attribute, string corrected) =>
        FixTest.FixesAsync(Fixes, key, TestLabel.Source(attribute: attribute), TestLabel.Source(attribute: corrected));
}
