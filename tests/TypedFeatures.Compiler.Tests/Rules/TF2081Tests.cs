using Microsoft.CodeAnalysis;
using TypedFeatures.Analyzers;
using TypedFeatures.Plans;

namespace TypedFeatures.Compiler.Tests.Rules;

public class TF2081Tests
{
    private static readonly string View = TestView.Feature("long", "g.All.Count()");

    [Fact]
    public async Task ANameThatIsNoEngine_IsAnErrorThatNamesTheEngines()
    {
        var diagnostic = (await AnalyzeAsync(View, "duckdb; sqllite")).ShouldHaveSingleItem();

        diagnostic.Id.ShouldBe("TF2081");
        diagnostic.Severity.ShouldBe(DiagnosticSeverity.Error);
        diagnostic.Location.ShouldBe(Location.None);
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        message.ShouldContain("'sqllite'");
        SqlDialect.All.ShouldAllBe(d => message.Contains(d.Engine));
    }

    [Fact]
    public async Task EveryUnknownName_IsAnError() =>
        (await AnalyzeAsync(View, "oracle;duckdb;access")).Select(d => d.Id).ShouldBe(["TF2081", "TF2081"]);

    [Theory]
    [InlineData("")]
    [InlineData("duckdb")]
    [InlineData(" DuckDB ,\n sqlite ;")]
    public async Task EnginesThereAre_AreAllowed(string names) => (await AnalyzeAsync(View, names)).ShouldBeEmpty();

    [Fact]
    public async Task AProjectWithoutViews_IsNotJudged() =>
        (await TestCode.AnalyzeAsync(
            Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create("Other"), BuildOptions.Engines("oracle"), new ViewAnalyzer())).ShouldBeEmpty();

    private static Task<System.Collections.Immutable.ImmutableArray<Diagnostic>> AnalyzeAsync(string source, string engines) =>
        TestCode.AnalyzeAsync(TestCode.CompileValid(source), BuildOptions.Engines(engines), new ViewAnalyzer());
}
