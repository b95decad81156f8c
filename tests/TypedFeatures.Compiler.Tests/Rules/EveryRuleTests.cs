using System.Text.RegularExpressions;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class EveryRuleTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Ids => [.. RulesOf.All.Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRule_HasAPageThatSaysWhyAndShowsBadAndGood(string id)
    {
        var rule = RulesOf.All.Single(r => r.Id == id);
        var page = File.ReadAllText(Path.Combine(Root, rule.HelpLinkUri));

        page.ShouldStartWith($"# {id}: {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n");
        Regex.Matches(page, "^## (.+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value)
            .ShouldBe(["Why it matters", "Bad", "Good", "When to suppress"]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRule_HasATestClass(string id) =>
        typeof(EveryRuleTests).Assembly.GetTypes().ShouldContain(t => t.Name == id + "Tests");

    [Fact]
    public void EveryDescriptor_IsInTheList() => RulesOf.All.ShouldBe(
        typeof(RulesOf).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(RulesOf).Namespace)
            .SelectMany(t => t.GetFields())
            .Select(f => f.GetValue(null))
            .OfType<Microsoft.CodeAnalysis.DiagnosticDescriptor>()
            .OrderBy(r => r.Id, StringComparer.Ordinal));

    [Fact]
    public void EveryPage_IsOfARule() => Directory.GetFiles(Path.Combine(Root, "docs/rules"), "TF*.md").Select(Path.GetFileNameWithoutExtension)
        .ShouldBe(RulesOf.All.Select(r => r.Id), ignoreOrder: true);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TypedFeatures.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside of the repository.");
    }
}
