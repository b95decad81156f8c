using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Tests.Rules;
using TypedFeatures.Tests;

namespace TypedFeatures.Compiler.Tests.Leakage;

/// <summary>
/// Every leak, planted through every path into every correct view: each is reported, by its rule, at its span and nowhere else; and the same path without the
/// leak is silent. The views of one leak and path are files of one compilation.
/// </summary>
public sealed class LeakCorpusTests
{
    public static TheoryData<string, string> Plants
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var leak in LeakOperator.All)
            {
                foreach (var path in LeakPath.All.Where(p => leak.Join.Length == 0 || p.Name != "NestedAggregate"))
                {
                    data.Add(leak.Name, path.Name);
                }
            }

            return data;
        }
    }

    public static TheoryData<string> Paths => [.. LeakPath.All.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Plants))]
    public async Task Leak_IsReportedAtItsSpan_AndNowhereElse(string leakName, string pathName)
    {
        var leak = LeakOperator.All.Single(l => l.Name == leakName);
        var planted = Planted(leak, pathName);
        planted.Count.ShouldBeGreaterThanOrEqualTo(19);
        planted.ShouldAllBe(p => p.Contains("[|", StringComparison.Ordinal) || leak.Reach == LeakReach.NoPlan && leak.Join.Length > 0);

        (await FindingsAsync(leak, planted)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task CleanTwin_IsSilent(string pathName)
    {
        var planted = Planted(LeakOperator.None, pathName);
        planted.Count.ShouldBeGreaterThanOrEqualTo(19);

        (await FindingsAsync(LeakOperator.None, planted)).ShouldBeEmpty();
    }

    [Fact]
    public async Task CorrectViews_HaveNoFinding_AndAPlan()
    {
        CorrectViews.All.Select(v => v.Name).Distinct().Count().ShouldBe(20);
        var files = CorrectViews.All.Select(v => $"{CorrectViews.Usings}namespace {v.Namespace};\n\n{v.Text}").ToList();

        (await FindingsAsync(LeakOperator.None, files)).ShouldBeEmpty();

        var compilation = TestCode.CompileValid([CorrectViews.Sources, .. files]);
        CorrectViews.All.ShouldAllBe(v => TestCode.BindView(compilation, v.Namespace + ".CorrectView").Value != null);
    }

    [Fact]
    public async Task Sample_HasNoFinding()
    {
        // The sample's project has implicit usings and checks arithmetic.
        var files = new[] { "Domain", "Features" }.SelectMany(f => Repository.SourceFiles("samples/Commerce/" + f))
            .Select(f => "using System;\n" + File.ReadAllText(f)).ToList();
        files.Count.ShouldBeGreaterThan(8);

        var compilation = TestCode.CompileValid([.. files]);
        (await TestCode.AnalyzeAsync(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)))).ShouldBeEmpty();
    }

    private static List<string> Planted(LeakOperator leak, string path) =>
        [.. CorrectViews.All.Select(v => LeakPath.All.Single(p => p.Name == path).Plant(v, leak)).OfType<string>()];

    /// <summary>What is found and not marked, or marked and not found, with its file.</summary>
    private static async Task<List<string>> FindingsAsync(LeakOperator leak, IEnumerable<string> planted)
    {
        var files = planted.Prepend(CorrectViews.Sources + leak.Declarations).Select(RuleTest.Unmark).ToList();
        var compilation = TestCode.CompileValid([.. files.Select(f => f.Text)]);
        var found = (await TestCode.AnalyzeAsync(compilation)).ToLookup(d => d.Location.SourceTree);
        return
        [
            .. files.Zip(compilation.SyntaxTrees)
                .Where(f => !found[f.Second].Select(d => (d.Id, d.Location.SourceSpan)).Order().SequenceEqual(f.First.Spans.Select(s => (leak.Rule.Id, s)).Order()))
                .Select(f => $"Expected {leak.Rule.Id} at {Texts(f.First)}, found {string.Join("; ", found[f.Second])}\n{f.First.Text}"),
        ];
    }

    private static string Texts((string Text, List<TextSpan> Spans) file) =>
        file.Spans.Count == 0 ? "no place" : string.Join(" and ", file.Spans.Select(s => file.Text.Substring(s.Start, s.Length)));
}
