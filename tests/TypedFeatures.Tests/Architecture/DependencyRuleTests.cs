using System.Text.RegularExpressions;
using System.Xml.Linq;
using Shouldly;

namespace TypedFeatures.Tests.Architecture;

/// <summary>Dependencies run one way: what each project may reference, said once and held to the project files.</summary>
public sealed partial class DependencyRuleTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["TypedFeatures.Plans"] = [],
        ["TypedFeatures"] = ["TypedFeatures.Plans"],
        ["TypedFeatures.DuckDb"] = ["TypedFeatures", "TypedFeatures.Plans"],
        ["TypedFeatures.ClickHouse"] = ["TypedFeatures", "TypedFeatures.Plans"],
        ["TypedFeatures.Postgres"] = ["TypedFeatures", "TypedFeatures.Plans"],
        ["TypedFeatures.Sqlite"] = ["TypedFeatures", "TypedFeatures.Plans"],
        ["TypedFeatures.Redis"] = ["TypedFeatures"],
        ["TypedFeatures.Cli"] = ["TypedFeatures"],
        ["TypedFeatures.Compiler"] = ["TypedFeatures.Plans"],
        ["TypedFeatures.Generators"] = ["TypedFeatures.Compiler", "TypedFeatures.Plans"],

        // The generator is laid beside the analyzers, which know nothing of it.
        ["TypedFeatures.Analyzers"] = ["TypedFeatures.Compiler", "TypedFeatures.Plans", "TypedFeatures.Generators"],
        ["TypedFeatures.CodeFixes"] = ["TypedFeatures.Analyzers"],
    };

    private static readonly string[] CompilerSide = ["TypedFeatures.Compiler", "TypedFeatures.Generators", "TypedFeatures.Analyzers", "TypedFeatures.CodeFixes"];

    [Fact]
    public void EveryProject_ReferencesOnlyWhatStandsBelowIt()
    {
        foreach (var (project, file) in ProductProjects())
        {
            Allowed.ShouldContainKey(project, $"{project} is new: say here what it may reference");
            var references = XDocument.Load(file).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')));
            references.Except(Allowed[project]).ShouldBeEmpty($"{project} may reference {string.Join(", ", Allowed[project])} only");
        }
    }

    [Fact]
    public void OnlyTheCompilerSide_KnowsRoslyn()
    {
        foreach (var (project, file) in ProductProjects())
        {
            var knowsRoslyn = XDocument.Load(file).Descendants("PackageReference")
                .Any(r => r.Attribute("Include")!.Value.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
            knowsRoslyn.ShouldBe(CompilerSide.Contains(project), project);
        }
    }

    /// <summary>The compiler of the command line has no workspaces: what they are referenced from, it could not load.</summary>
    [Fact]
    public void OnlyCodeFixes_KnowWorkspaces()
    {
        foreach (var (project, file) in ProductProjects())
        {
            var knowsWorkspaces = XDocument.Load(file).Descendants("PackageReference")
                .Any(r => r.Attribute("Include")!.Value.Contains("Workspaces", StringComparison.Ordinal));
            knowsWorkspaces.ShouldBe(project == "TypedFeatures.CodeFixes", project);
        }
    }

    [Fact]
    public void OnlyPlans_MakesSqlText()
    {
        var offenders =
            from folder in new[] { "src", "generators", "analyzers" }
            from file in Repository.SourceFiles(folder)
            where !file.StartsWith(Repository.PathOf("src/TypedFeatures.Plans"), StringComparison.Ordinal)
            where SqlStatement().IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(Repository.Root, file);
        offenders.ShouldBeEmpty("statements are built in src/TypedFeatures.Plans/Dialects");
    }

    private static IEnumerable<(string Name, string File)> ProductProjects() =>
        from folder in new[] { "src", "generators", "analyzers" }
        from file in Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories)
        select (Path.GetFileNameWithoutExtension(file), file);

    [GeneratedRegex("""["\s](SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+(OR\s+REPLACE\s+)?(TEMP\s+)?(TABLE|VIEW|INDEX)|COPY\s+\()""")]
    private static partial Regex SqlStatement();
}
