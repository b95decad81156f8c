using TypedFeatures.Plans;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2050Tests
{
    [Theory]
    [InlineData("public double [|Score|] { get; init; }")]
    [InlineData("public required string [|Grade|] { get; init; }")]
    [InlineData("public DayOfWeek [|Day|] { get; init; }")]
    [InlineData("public string Grade { get; init; } = [|Guid.NewGuid().ToString()|];")]
    [InlineData("public double Score { get; init; } = [|double.NaN|];")]
    [InlineData("public string Grade { get; init; } = [|null|]!;")]
    public Task FeatureWithoutAConstantDefault_IsAnError(string feature) => RuleTest.ReportsAsync(RulesOf.TableDefault, Table(feature));

    [Theory]
    [InlineData("public double? Score { get; init; }", null)]
    [InlineData("public double Score { get; init; } = 1.5;", 1.5)]
    [InlineData("public double Score { get; init; } = 2;", 2.0)]
    [InlineData("public long Claims { get; init; } = -3;", -3L)]
    [InlineData("public string Grade { get; init; } = \"new\";", "new")]
    [InlineData("public bool IsActive { get; init; } = true;", true)]
    [InlineData("public int? Rank { get; init; } = 7;", 7)]
    [InlineData("public DayOfWeek Day { get; init; } = DayOfWeek.Friday;", "Friday")]
    [InlineData("public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);", 1_000_000L)]
    public void Default_IsTheInitializer(string feature, object? expected)
    {
        var table = Bind(Table(feature));

        table.Declaration.Table!.Empty[1].Value.ShouldBe(expected);
    }

    [Fact]
    public void Times_NeedNoDefault_AndAreNullableInTheContract()
    {
        var table = Bind(Table("[IngestTime] public DateTime WrittenAt { get; init; }"));

        table.Plan.Features.Select(f => (f.Name, f.Type)).ShouldBe(
            [("computed_at", ScalarType.DateTime.Nullable), ("written_at", ScalarType.DateTime.Nullable)]);
    }

    [Fact]
    public void MaxAge_IncludesBothItsEnds()
    {
        var windows = Bind(Table("public double? Score { get; init; }")).Plan.Features
            .SelectMany(f => f.Value.DescendantsAndSelf()).OfType<Aggregate>().Select(a => a.Window.Length).Distinct();

        windows.ShouldBe([(30L * 86_400_000_000) + 1]);
    }

    private static BoundView Bind(string source)
    {
        var result = TestCode.BindView(TestCode.CompileValid(source), "Test.Risk");
        result.Diagnostics.ShouldBeEmpty();
        return result.Value.ShouldNotBeNull();
    }

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
}
