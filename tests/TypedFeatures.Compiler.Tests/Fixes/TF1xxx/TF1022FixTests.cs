using TypedFeatures.CodeFixes.TF1xxx;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1022FixTests
{
    private static readonly TF1022Fixes Fixes = new();

    [Theory]
    [InlineData("double?", "(g.AsOf - g.All.Max(p => p.SeenAt))?.TotalDays", "(g.AsOf - g.All.Max(p => p.At))?.TotalDays")]
    [InlineData("long", "g.All.Count(p => p.SeenAt.Hour < 6)", "g.All.Count(p => p.At.Hour < 6)")]
    public Task IngestTime_IsTheEventTime(string type, string value, string mended) =>
        FixTest.FixesAsync(Fixes, "eventTime", LeakSource.Feature(type, value), LeakSource.Feature(type, mended));
}
