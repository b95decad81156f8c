using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Analyzers;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Compiler.Tests.Fixes;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

/// <summary>What pages show is so: bad examples are reported by their rule and by no other, good ones by none. docs/rules/README.md says how examples are written.</summary>
public partial class PageExampleTests
{
    /// <summary>No engine that there is refuses anything, so there is nothing that could be shown to be refused; its tests show it with engines of their own.</summary>
    private const string OfOtherEngines = "TF2080";

    /// <summary>Rules of contracts compare code with what it was; their pages show one line of each.</summary>
    public static TheoryData<string> Ids => [.. RulesOf.All.Except(ContractRules.All).Select(r => r.Id).Where(id => id != OfOtherEngines)];

    public static TheoryData<string> IdsWithFixes => [.. RulesOf.All.Except(ContractRules.All).Select(r => r.Id).Where(id => EveryRuleTests.FixesOf(id) is not null)];

    [Fact]
    public async Task Surrounding_IsWithoutFindings() => (await AnalyzeAsync(new PageExample("", ""), null)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task BadExamples_AreReportedByTheirRuleAlone(string id)
    {
        var (examples, project) = Read(id, "Bad");
        foreach (var example in examples)
        {
            var found = await AnalyzeAsync(example, project);
            var shown = $"docs/rules/{id}.md, 'Bad': the example has to be reported by {id} and by nothing else (see docs/rules/README.md). It is:\n{example.Text}\nReported: {string.Join("\n", found)}";
            found.Select(d => d.Id).Distinct().ShouldBe([id], shown);
            if (example.IsByLine)
            {
                NotReported(example, found).ShouldBeEmpty(shown);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task GoodExamples_AreReportedByNothing(string id)
    {
        var (examples, project) = Read(id, "Good");
        foreach (var example in examples)
        {
            var found = await AnalyzeAsync(example, project);
            found.ShouldBeEmpty($"docs/rules/{id}.md, 'Good': nothing may be reported of the example (see docs/rules/README.md). It is:\n{example.Text}\nReported: {string.Join("\n", found)}");
        }
    }

    [Theory]
    [MemberData(nameof(IdsWithFixes))]
    public async Task Fixes_AreOfferedForABadExample(string id)
    {
        var provider = EveryRuleTests.FixesOf(id)!;
        foreach (var example in Read(id, "Bad").Examples)
        {
            using var opened = FixProject.Of(provider, [example.Text]);
            foreach (var finding in await opened.FindingsAsync(opened.Solution.Projects.Single()))
            {
                if ((await opened.OfferedAsync(finding)).Count > 0)
                {
                    return;
                }
            }
        }

        Assert.Fail($"docs/rules/{id}.md has a section 'Fix', but {provider.GetType().Name} offers nothing for what stands under 'Bad'.");
    }

    /// <summary>The examples of a section, and the project around them; one that shows the project alone is of the surrounding.</summary>
    private static (IReadOnlyList<PageExample> Examples, AnalyzerOptions Project) Read(string id, string section)
    {
        var all = PageSection.Read($"docs/rules/{id}.md", section);
        all.ShouldNotBeEmpty($"docs/rules/{id}.md has no example under '{section}'.");
        var engines = all.Where(e => e.Part == "xml").Select(e => BuildOptions.Engines(Engines().Match(e.Code).Groups[1].Value)).FirstOrDefault();
        return ([.. all.Where(e => e.Part != "xml").DefaultIfEmpty(new PageExample("", ""))], engines is null ? new AnalyzerOptions([]) : new AnalyzerOptions([], engines));
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(PageExample example, AnalyzerOptions? project)
    {
        var compilation = TestCode.Compile(example.Text);
        var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error);
        errors.ShouldBeEmpty($"The example does not compile in its surrounding (see docs/rules/README.md):\n{example.Text}\n");
        return await TestCode.AnalyzeAsync(compilation, project ?? new AnalyzerOptions([]), Analyzers());
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() => typeof(ViewAnalyzer).Assembly.GetTypes()
        .Where(t => t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
        .Select(t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!);

    /// <summary>The features, columns or properties of an example that no finding is at.</summary>
    private static IEnumerable<string> NotReported(PageExample example, IReadOnlyList<Diagnostic> found)
    {
        var lines = example.Text.Split('\n');
        var reported = found.SelectMany(d => Enumerable.Range(d.Location.GetLineSpan().StartLinePosition.Line, d.Location.GetLineSpan().EndLinePosition.Line - d.Location.GetLineSpan().StartLinePosition.Line + 1))
            .Select(n => lines[n].Trim()).ToHashSet();
        var statements = example.Part == "features" ? Assignment() : Property();
        return example.Code.Split('\n').Select(l => l.Trim()).Where(l => statements.IsMatch(l) && !reported.Contains(l));
    }

    [GeneratedRegex(@"<TypedFeaturesEngines>(.*)</TypedFeaturesEngines>")]
    private static partial Regex Engines();

    [GeneratedRegex(@"^\w+ = ")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^(\[.*\] )*public ")]
    private static partial Regex Property();
}
