using TypedFeatures.CodeFixes.TF2xxx;

namespace TypedFeatures.Compiler.Tests.Fixes.TF2xxx;

public class TF2050FixTests
{
    private static readonly TF2050Fixes Fixes = new();

    private static string Table(string feature) => $$"""
        using System;
        using TypedFeatures;
        namespace Test;
        [FeatureTable("risk", MaxAge = "30d")]
        public sealed partial record Risk
        {
            [EntityKey] public long MerchantId { get; init; }
            [EventTime] public DateTime ComputedAt { get; init; }
            {{feature}}
        }
        """;

    [Theory]
    [InlineData("public double Score { get; init; }", "public double Score { get; init; } = 0;")]
    [InlineData("public string Grade { get; init; } // A to F", "public string Grade { get; init; } = \"\"; // A to F")]
    [InlineData("public bool IsActive { get; init; }", "public bool IsActive { get; init; } = false;")]
    [InlineData("public TimeSpan Delay { get; init; }", "public TimeSpan Delay { get; init; } = TimeSpan.Zero;")]
    public Task Feature_HasADefault(string feature, string fixedFeature) => FixTest.FixesAsync(Fixes, "default", Table(feature), Table(fixedFeature));

    [Theory]
    [InlineData("public double Score { get; init; }", "public double? Score { get; init; }")]
    [InlineData("public DayOfWeek Day { get; init; }", "public DayOfWeek? Day { get; init; }")]
    public Task Feature_MayBeNull(string feature, string fixedFeature) => FixTest.FixesAsync(Fixes, "nullable", Table(feature), Table(fixedFeature));

    [Fact]
    public Task DefaultThatIsNoConstant_HasNoFix() => FixTest.OffersAsync(Fixes, Table("public string Grade { get; init; } = Guid.NewGuid().ToString();"));
}
