using System.Text.RegularExpressions;

namespace TypedFeatures.Packages.Tests.Feed;

/// <summary>The packages of this tree, packed once, and a folder outside the repository where projects get them from here and from nowhere else.</summary>
public sealed partial class PackedFeed : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("typed-features-packages-").FullName;

    public PackedFeed()
    {
        Packages = Path.Combine(root, "packed");
        Shell.Run("bash", Repository.Root, null, Repository.PathOf("eng/pack.sh"), Packages).Succeeded();
        Version = Path.GetFileNameWithoutExtension(PackagePaths.Single(p => Language().IsMatch(Path.GetFileName(p))))["TypedFeatures.".Length..];
        Isolate();
    }

    /// <summary>The folder of the packages.</summary>
    public string Packages { get; }

    /// <summary>The version of all of them.</summary>
    public string Version { get; }

    /// <summary>The package files.</summary>
    public IEnumerable<string> PackagePaths => Directory.EnumerateFiles(Packages, "*.nupkg");

    /// <summary>Where NuGet extracts packages for these projects alone: a package of the same version from an earlier run cannot come from there.</summary>
    internal string Extracted => Path.Combine(root, "extracted");

    /// <summary>A folder for a project.</summary>
    internal string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(root, "projects", name)).FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    // Empty files of the names that MSBuild and the compiler look for upwards: what lies above the temporary folder is not our projects' business.
    private void Isolate()
    {
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(root, name), "<Project />\n");
        }

        File.WriteAllText(Path.Combine(root, ".editorconfig"), "root = true\n");
        var others = EnabledSource().Matches(Shell.Dotnet(root, Extracted, "nuget", "list", "source").Succeeded()).Select(m => m.Groups[1].Value);
        File.WriteAllText(Path.Combine(root, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Packages}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="packed"><package pattern="TypedFeatures" /><package pattern="TypedFeatures.*" /></packageSource>
                {string.Concat(others.Select(o => $"<packageSource key=\"{o}\"><package pattern=\"*\" /></packageSource>"))}
              </packageSourceMapping>
            </configuration>

            """);
    }

    [GeneratedRegex(@"^TypedFeatures\.\d")]
    private static partial Regex Language();

    [GeneratedRegex(@"^\s*\d+\.\s+(.+) \[Enabled\]", RegexOptions.Multiline)]
    private static partial Regex EnabledSource();
}

/// <summary>The tests that share one packing; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class PackedFeedTests : ICollectionFixture<PackedFeed>
{
    public const string Name = "packed";
}
