using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2101FixTests
{
    private static readonly TF2101Fixes Fixes = new();

    [Fact]
    public Task NegativeGrid_BecomesPositive() =>
        FixTest.FixesAsync(Fixes, "positive", TestJoinedView.Source(every: "TimeSpan.FromDays(-1)"), TestJoinedView.Source(every: "TimeSpan.FromDays(1)"));

    [Fact]
    public Task FieldWithAConstantLength_BecomesReadonly()
    {
        static string View(string field) => TestJoinedView.Source(every: "Grid.Day") + $"\npublic static class Grid {{ {field} }}";
        return FixTest.FixesAsync(Fixes, "readonly", View("public static TimeSpan Day = Days(1);"), View("public static readonly TimeSpan Day = Days(1);"));
    }
}
