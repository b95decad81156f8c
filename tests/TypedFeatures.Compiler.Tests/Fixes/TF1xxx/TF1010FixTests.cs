using TypedFeatures.CodeFixes.TF1xxx;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1010FixTests
{
    private static readonly TF1010Fixes Fixes = new();

    [Theory]
    [InlineData("double?", "(DateTime.UtcNow - g.All.Max(p => p.At))?.TotalDays", "(g.AsOf - g.All.Max(p => p.At))?.TotalDays")]
    [InlineData("double?", "(System.DateTime.Now /* now */ - g.All.Max(p => p.At))?.TotalDays", "(g.AsOf /* now */ - g.All.Max(p => p.At))?.TotalDays")]
    [InlineData("bool", "g.All.Max(p => p.At) < DateTime.Today", "g.All.Max(p => p.At) < g.AsOf.Date")]
    public Task Clock_IsTheAsOf(string type, string value, string mended) =>
        FixTest.FixesAsync(Fixes, "asOf", LeakSource.Feature(type, value), LeakSource.Feature(type, mended));

    [Fact]
    public Task ClockOverRows_HasNoRemedyThatIsMechanical() => FixTest.OffersAsync(Fixes, LeakSource.Condition("p.At < DateTime.UtcNow"));
}
