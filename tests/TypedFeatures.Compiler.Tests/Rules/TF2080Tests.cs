using Microsoft.CodeAnalysis;
using TypedFeatures.Analyzers;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2080Tests
{
    private const string NoMode = "it has no mode. Take Latest.";

    private static readonly EngineCapabilities Modeless = new("duckdb", n => n is Aggregate { Kind: AggregateKind.Mode } ? NoMode : null, _ => null);
    private static readonly EngineCapabilities Joinless = new("sqlite", _ => null, v => v.Joins.IsEmpty ? null : "it has no joins. Denormalise.");

    [Theory]
    [InlineData(null)]
    [InlineData("duckdb")]
    [InlineData("sqlite; duckdb")]
    [InlineData("sqlite,DuckDB")]
    public async Task WhatATargetedEngineRefuses_IsAnErrorAtTheFeature(string? targets)
    {
        var diagnostics = await AnalyzeAsync(TestView.Feature("string?", "g.All.Mode(o => o.Category)"), targets, Modeless, Joinless);

        var diagnostic = diagnostics.ShouldHaveSingleItem();
        diagnostic.Id.ShouldBe("TF2080");
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(
            "The engine 'duckdb' cannot compute 'Value': it has no mode. Take Latest. Or leave 'duckdb' out of <TypedFeaturesEngines> in the project file.");
        CodeAt(diagnostic).ShouldContain("g.All.Mode(o => o.Category)");
        CodeAt(diagnostic).ShouldNotContain("UserId");
    }

    [Fact]
    public async Task WhatAnEngineRefusesThatIsNotTargeted_IsAllowed() =>
        (await AnalyzeAsync(TestView.Feature("string?", "g.All.Mode(o => o.Category)"), "sqlite", Modeless, Joinless)).ShouldBeEmpty();

    [Fact]
    public async Task WhatNoFeatureNeeds_IsNotReported() =>
        (await AnalyzeAsync(TestView.Feature("string?", "g.All.Latest(o => o.Category)"), null, Modeless, Joinless)).ShouldBeEmpty();

    [Fact]
    public async Task AReasonThatAppliesTwiceToOneFeature_IsReportedOnce() =>
        (await AnalyzeAsync(TestView.Feature("string?", "g.All.Mode(o => o.Category) ?? g.Last(Days(1)).Mode(o => o.Category)"), null, Modeless))
            .ShouldHaveSingleItem();

    [Fact]
    public async Task AViewThatIsRefusedAsAWhole_IsReportedAtItsQuery()
    {
        var diagnostic = (await AnalyzeAsync(TestView.LeftJoined("string?", "x.o.Category"), null, Modeless, Joinless)).ShouldHaveSingleItem();

        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldStartWith("The engine 'sqlite' cannot compute this feature view: it has no joins.");
        CodeAt(diagnostic).ShouldStartWith("from o in orders");
    }

    [Fact]
    public async Task TheRowLevelOfAView_IsLookedAtToo()
    {
        var lengthless = new EngineCapabilities(
            "sqlite", n => n is Call { Function: ScalarFunction.Length } ? "it has no length." : null, _ => null);
        var view = TestView.Source(
            "public long Value { get; init; }",
            "from o in orders where o.Category.Length > 3 group o by o.UserId into g select new TestView { UserId = g.Key, Value = g.All.Count() }");

        (await AnalyzeAsync(view, null, lengthless)).ShouldHaveSingleItem().Id.ShouldBe("TF2080");
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> AnalyzeAsync(
        string source, string? targets, params EngineCapabilities[] engines) =>
        TestCode.AnalyzeAsync(TestCode.CompileValid(source), targets is null ? null : BuildOptions.Engines(targets), new ViewAnalyzer(engines));

    private static string CodeAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length);
}
