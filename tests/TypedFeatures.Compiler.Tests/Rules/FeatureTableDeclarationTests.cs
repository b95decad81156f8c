using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>What a feature table shares with views and sources, said once and at its place.</summary>
public class FeatureTableDeclarationTests
{
    private const string Whole =
        "[EntityKey] public long Id { get; init; } [EventTime] public DateTime At { get; init; } public double? Score { get; init; }";

    [Theory]
    [InlineData("partial record [|Risk|] { [EntityKey] public long Id { get; init; } public double? Score { get; init; } }")]
    [InlineData("partial record [|Risk|] { [EventTime] public DateTime At { get; init; } public double? Score { get; init; } }")]
    [InlineData("partial record Risk { [EntityKey] public long? [|Id|] { get; init; } [EventTime] public DateTime At { get; init; } }")]
    [InlineData("partial record Risk { [EntityKey] public long Id { get; init; } [EventTime] public DateTime? [|At|] { get; init; } }")]
    [InlineData("partial record Risk { [EntityKey] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [EventId] public long [|Row|] { get; init; } }")]
    [InlineData("partial record Risk { [EntityKey] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [ValidTo] public DateTime [|Until|] { get; init; } }")]
    [InlineData("partial record Risk { [EntityKey] public long Id { get; init; } [EventTime] public DateTime At { get; init; } [KnownAfterOutcome] public bool? [|Late|] { get; init; } }")]
    public Task TableThatIsNoSource_IsAnError(string declaration) => RuleTest.ReportsAsync(RulesOf.SourceDeclaration, Table(declaration));

    [Theory]
    [InlineData("record [|Risk|] { " + Whole + " }")]
    [InlineData("partial record Risk { " + Whole + " public static int [|View|] => 1; }")]
    [InlineData("partial record Risk { " + Whole + " static int [|Define|]() => 1; }")]
    [InlineData("partial record Risk { " + Whole + " public bool? [|Found|] { get; init; } }")]
    public Task TableThatIsNoView_IsAnError(string declaration) => RuleTest.ReportsAsync(RulesOf.ViewDeclaration, Table(declaration));

    [Fact]
    public Task MaxAgeThatIsNoLengthOfTime_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.ViewDeclaration, Table($"partial record Risk {{ {Whole} }}", "[|FeatureTable(\"risk\", MaxAge = \"a week\")|]"));

    [Fact]
    public Task OnlineTtlShorterThanMaxAge_IsAWarning() => RuleTest.ReportsAsync(
        RulesOf.ShortOnlineTtl, Table($"partial record Risk {{ {Whole} }}", "[|FeatureTable(\"risk\", MaxAge = \"7d\", OnlineTtl = \"6d\")|]"));

    [Fact]
    public async Task OnlineTtlAsLongAsMaxAge_IsFine() => (await TestCode.AnalyzeAsync(TestCode.CompileValid(
        Table($"partial record Risk {{ {Whole} }}", "FeatureTable(\"risk\", MaxAge = \"7d\", OnlineTtl = \"7d\")")))).ShouldBeEmpty();

    [Fact]
    public Task TableThatIsAlsoAView_IsAnError() => RuleTest.ReportsAsync(
        RulesOf.ViewDeclaration, Table($"partial record [|Risk|] {{ {Whole} }}", "FeatureTable(\"risk\"), FeatureView(\"risk\")"));

    private static string Table(string declaration, string attribute = "FeatureTable(\"risk\")") =>
        $"using System; using TypedFeatures; namespace Test; [{attribute}] public sealed {declaration}";
}
