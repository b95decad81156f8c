using TypedFeatures.CodeFixes.TF1xxx;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1013FixTests
{
    private static readonly TF1013Fixes Fixes = new();

    [Theory]
    [InlineData("private static double limit = 3;", "private static readonly double limit = 3;")]
    [InlineData("static double limit = 3; // most of them", "static readonly double limit = 3; // most of them")]
    [InlineData("public static double limit { get; set; } = 3;", "public static double limit { get; } = 3;")]
    [InlineData("public static double limit { get; private set; } = 3;", "public static double limit { get; } = 3;")]
    public Task State_KeepsTheValueOfItsDeclaration(string before, string after) =>
        FixTest.FixesAsync(Fixes, "readonly", LeakSource.Condition("p.Amount > limit", before), LeakSource.Condition("p.Amount > limit", after));

    [Theory]
    [InlineData("private static double limit;")]
    [InlineData("private static double limit = 3, other = 4;")]
    [InlineData("private static double limit = 3; private static void Set() => limit = 4;")]
    public Task StateThatIsAssignedElsewhere_IsLeftToPeople(string member) => FixTest.OffersAsync(Fixes, LeakSource.Condition("p.Amount > limit", member));
}
