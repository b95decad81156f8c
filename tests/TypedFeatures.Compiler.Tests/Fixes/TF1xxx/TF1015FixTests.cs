using TypedFeatures.CodeFixes.TF1xxx;
using TypedFeatures.Compiler.Tests.Rules;

namespace TypedFeatures.Compiler.Tests.Fixes.TF1xxx;

public class TF1015FixTests
{
    private static readonly TF1015Fixes Fixes = new();

    [Theory]
    [InlineData("p.At.ToLocalTime().Hour < 6", "p.At.Hour < 6")]
    [InlineData("p.At.AddDays(1).ToLocalTime() > p.SeenBy", "p.At.AddDays(1) > p.SeenBy")]
    [InlineData("p.At < new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Local)", "p.At < new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc)")]
    public Task LocalTime_IsUtc(string condition, string mended) => FixTest.FixesAsync(Fixes, "utc", Source(condition), Source(mended));

    [Fact]
    public Task OtherZones_HaveNoRemedyThatIsMechanical() => FixTest.OffersAsync(Fixes, Source("TimeZoneInfo.Local.SupportsDaylightSavingTime"));

    private static string Source(string condition) =>
        LeakSource.Condition(condition).Replace("public double? Fee { get; init; }", "public double? Fee { get; init; } public DateTime SeenBy { get; init; }", StringComparison.Ordinal);
}
