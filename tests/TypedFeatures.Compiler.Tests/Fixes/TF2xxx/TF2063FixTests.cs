using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2063FixTests
{
    private static readonly TF2063Fixes Fixes = new();

    [Theory]
    [InlineData("Outcomes<Order> orders, Events<Order> past")]
    [InlineData("Events<Order> past, Outcomes<Order> orders")]
    public Task EventsThatAreNotRead_AreRemoved(string parameters) => FixTest.FixesAsync(Fixes, "remove", TestLabel.Source(parameters: parameters), TestLabel.Source());
}
