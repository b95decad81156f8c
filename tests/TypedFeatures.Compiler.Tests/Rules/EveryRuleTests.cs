using System.Composition;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes;
using RulesOf = TypedFeatures.Compiler.Diagnostics.Rules;

namespace TypedFeatures.Compiler.Tests.Rules;

public class EveryRuleTests
{
    private static readonly string Root = FindRoot();

    private static readonly IReadOnlyList<Type> Fixes = [.. typeof(RuleFixes).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(t))];

    public static TheoryData<string> Ids => [.. RulesOf.All.Select(r => r.Id)];

    /// <summary>The provider of a rule's fixes; null where it has none.</summary>
    internal static CodeFixProvider? FixesOf(string id) =>
        Fixes.SingleOrDefault(t => t.Name == id + "Fixes") is { } type ? (CodeFixProvider)Activator.CreateInstance(type)! : null;

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRule_HasAPageThatSaysWhyAndShowsBadAndGood(string id)
    {
        var rule = RulesOf.All.Single(r => r.Id == id);
        rule.HelpLinkUri.ShouldEndWith($"docs/rules/{id}.md");
        var page = File.ReadAllText(Path.Combine(Root, "docs/rules", id + ".md"));

        page.ShouldStartWith($"# {id}: {rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n");
        Regex.Matches(page, "^## (.+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value)
            .ShouldBe(HasFixes(id) ? ["Why it matters", "Bad", "Good", "Fix", "When to suppress"] : ["Why it matters", "Bad", "Good", "When to suppress"], $"'Fix' stands there where analyzers/TypedFeatures.CodeFixes has {id}Fixes");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRule_WithFixes_HasATestClassForThem(string id) =>
        typeof(EveryRuleTests).Assembly.GetTypes().Any(t => t.Name == id + "FixTests").ShouldBe(HasFixes(id));

    [Fact]
    public void EveryProviderOfFixes_IsExportedForTheRuleOfItsName()
    {
        foreach (var type in Fixes)
        {
            type.GetCustomAttribute<ExportCodeFixProviderAttribute>().ShouldNotBeNull(type.Name).Name.ShouldBe(type.Name);
            type.GetCustomAttribute<SharedAttribute>().ShouldNotBeNull(type.Name);
            var id = type.Name.Replace("Fixes", "", StringComparison.Ordinal);
            var provider = FixesOf(id)!;
            provider.FixableDiagnosticIds.ShouldBe([id]);
            provider.GetFixAllProvider()!.GetSupportedFixAllScopes().ShouldBe([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], ignoreOrder: true);
        }

        Fixes.Select(t => t.Name).ShouldBeUnique();
        Fixes.Select(t => t.Name).ShouldBeSubsetOf(RulesOf.All.Select(r => r.Id + "Fixes"));
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

    /// <summary>Which of them is asked for first is up to whoever loads the assembly, and their lists contain each other's.</summary>
    [Theory]
    [InlineData("Rules")]
    [InlineData("LeakageRules")]
    [InlineData("ContractRules")]
    public void EveryListOfRules_CanBeTheFirstThatIsAskedFor(string name)
    {
        var loaded = new AssemblyLoadContext(name, isCollectible: true);
        loaded.Resolving += (context, wanted) => wanted.Name == typeof(Plans.ViewPlan).Assembly.GetName().Name ? context.LoadFromAssemblyPath(typeof(Plans.ViewPlan).Assembly.Location) : null;
        var rules = loaded.LoadFromAssemblyPath(typeof(RulesOf).Assembly.Location).GetType($"{typeof(RulesOf).Namespace}.{name}", throwOnError: true)!;
        var all = (IEnumerable<Microsoft.CodeAnalysis.DiagnosticDescriptor>)rules.GetProperty("All")!.GetValue(null)!;
        all.ShouldNotBeEmpty();
        all.ShouldAllBe(r => r != null);
        loaded.Unload();
    }

    [Fact]
    public void EveryPage_IsOfARule() => Directory.GetFiles(Path.Combine(Root, "docs/rules"), "TF*.md").Select(Path.GetFileNameWithoutExtension)
        .ShouldBe(RulesOf.All.Select(r => r.Id), ignoreOrder: true);

    private static bool HasFixes(string id) => FixesOf(id) is not null;

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
