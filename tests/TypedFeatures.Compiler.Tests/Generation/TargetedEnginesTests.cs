using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedFeatures.Generators;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>A project gets SQL for the engines it targets, and an edit of the property concerns SQL alone.</summary>
public sealed class TargetedEnginesTests
{
    private static readonly string View = TestView.Feature("long", "g.All.Count()");

    [Fact]
    public void WithoutTheProperty_EveryEngineHasSql() => EnginesOf(Run(new BuildOptions())).ShouldBe(SqlDialect.All.Select(d => d.Engine));

    [Theory]
    [InlineData("sqlite", new[] { "sqlite" })]
    [InlineData("sqlite,duckdb", new[] { "duckdb", "sqlite" })]
    [InlineData(" SQLite ; duckdb;sqlite", new[] { "duckdb", "sqlite" })]
    [InlineData("oracle;sqlite", new[] { "sqlite" })]
    public void OnlyTargetedEngines_HaveSql(string property, string[] engines) => EnginesOf(Run(BuildOptions.Engines(property))).ShouldBe(engines);

    [Fact]
    public void EditingTheProperty_PrintsAgainWithoutBindingDifferently()
    {
        var driver = Run(BuildOptions.Engines("sqlite"), out var compilation)
            .WithUpdatedAnalyzerConfigOptions(BuildOptions.Engines("duckdb"))
            .RunGenerators(compilation);

        Reasons(driver, StepNames.BindViews).ShouldAllBe(r => r == IncrementalStepRunReason.Cached || r == IncrementalStepRunReason.Unchanged);
        Reasons(driver, StepNames.ReadTargets).ShouldBe([IncrementalStepRunReason.Modified]);
        Reasons(driver, StepNames.PrintViews).ShouldBe([IncrementalStepRunReason.Modified]);
        EnginesOf(driver).ShouldBe(["duckdb"]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("SQLite,")]
    public void EditingOtherOptions_OrSayingTheSame_PrintsNothingAgain(string engines)
    {
        var driver = Run(BuildOptions.Engines("sqlite"), out var compilation)
            .WithUpdatedAnalyzerConfigOptions(new BuildOptions(("TypedFeaturesEngines", engines), ("RootNamespace", "Other")))
            .RunGenerators(compilation);

        Reasons(driver, StepNames.ReadTargets).ShouldBe([IncrementalStepRunReason.Unchanged]);
        Reasons(driver, StepNames.PrintViews).ShouldBe([IncrementalStepRunReason.Cached]);
    }

    private static GeneratorDriver Run(BuildOptions build) => Run(build, out _);

    private static GeneratorDriver Run(BuildOptions build, out Compilation compilation)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13);
        compilation = TestCode.Compile().AddSyntaxTrees(CSharpSyntaxTree.ParseText(View, options));
        return CSharpGeneratorDriver.Create(
            [new FeatureGenerator().AsSourceGenerator()],
            parseOptions: options,
            optionsProvider: build,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)).RunGenerators(compilation);
    }

    private static IReadOnlyList<IncrementalStepRunReason> Reasons(GeneratorDriver driver, string step) =>
        [.. driver.GetRunResult().Results.Single().TrackedSteps[step].SelectMany(s => s.Outputs).Select(o => o.Reason)];

    private static IEnumerable<string> EnginesOf(GeneratorDriver driver) => System.Text.RegularExpressions.Regex
        .Matches(
            string.Concat(driver.GetRunResult().Results.Single().GeneratedSources.Select(s => s.SourceText.ToString())),
            "For the engine <c>(.+)</c>")
        .Select(m => m.Groups[1].Value);
}
