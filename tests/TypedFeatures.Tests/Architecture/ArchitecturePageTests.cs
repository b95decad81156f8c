using System.Text.RegularExpressions;

namespace TypedFeatures.Tests.Architecture;

/// <summary>What <c>docs/architecture.md</c> names exists: paths in the tree, types in the source.</summary>
public sealed partial class ArchitecturePageTests
{
    // C# words and members the page speaks of that are no types of ours.
    private static readonly HashSet<string> NotTypes =
    [
        "Define", "Average", "Amount", "View", "Spine", "Evaluate", "Add", "Encode", "Refuses",
    ];

    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs/architecture.md"));

    [Fact]
    public void EveryPath_Exists()
    {
        var paths = CodeSpan().Matches(Page).Select(m => m.Groups[1].Value).Where(s => s.Contains('/') && !s.Contains(' ')).Distinct().ToList();

        paths.Count.ShouldBeGreaterThan(20);
        paths.Where(p => !File.Exists(Repository.PathOf(p)) && !Directory.Exists(Repository.PathOf(p))).ShouldBeEmpty();
    }

    [Fact]
    public void EveryType_IsDeclared()
    {
        var declared = new[] { "src", "generators", "analyzers", "tests" }
            .SelectMany(Repository.SourceFiles)
            .SelectMany(f => Declaration().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .ToHashSet();
        var named = CodeSpan().Matches(Page).Select(m => m.Groups[1].Value)
            .Select(s => TypeName().Match(s))
            .Where(m => m.Success)
            .Select(m => m.Groups[1].Value)
            .Where(n => !NotTypes.Contains(n))
            .Distinct()
            .ToList();

        named.Count.ShouldBeGreaterThan(30);
        named.Where(n => !declared.Contains(n)).ShouldBeEmpty();
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^([A-Z][A-Za-z0-9]+)(<[^>]+>)?s?$")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"\b(?:class|struct|record|interface|enum|record struct)\s+([A-Z][A-Za-z0-9]+)")]
    private static partial Regex Declaration();
}
