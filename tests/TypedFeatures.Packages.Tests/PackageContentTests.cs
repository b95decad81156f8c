using System.Text.RegularExpressions;
using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>What lies in the packages, and what they say of themselves.</summary>
[Collection(PackedFeedTests.Name)]
public sealed partial class PackageContentTests(PackedFeed feed)
{
    // Every project in src that says that it is a package.
    private static readonly string[] Ids =
    [
        .. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Order(),
    ];

    public static TheoryData<string> Packages => [.. Ids];

    [Fact]
    public void EveryPackableProject_IsAPackage_AndNothingElseIs() =>
        feed.PackagePaths.Select(p => Path.GetFileName(p)).ShouldBe(Ids.Select(id => $"{id}.{feed.Version}.nupkg"), ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryPackage_SaysWhatItIs(string id)
    {
        var package = Open(id);

        package.Text("id").ShouldBe(id);
        package.Text("description").ShouldNotBeNullOrWhiteSpace();
        package.Text("description").ShouldNotBe("Package Description");
        package.Text("authors").ShouldBe("The TypedFeatures authors");
        package.Text("license").ShouldNotBeNull().ShouldStartWith("Apache-2.0");
        package.Text("tags").ShouldNotBeNull().Split(' ').ShouldContain("feature-store");
        package.Element("developmentDependency").ShouldBeNull();
        package.Read("LICENSE").ShouldBe(File.ReadAllBytes(Repository.PathOf("LICENSE")));
        package.Read(package.Text("icon")!).ShouldBe(File.ReadAllBytes(Repository.PathOf("eng/package/icon.png")));
        System.Text.Encoding.UTF8.GetString(package.Read(package.Text("readme")!)).ShouldStartWith($"# {id}\n");
    }

    /// <summary>Where the sources are published is the remote's to say; a path of this machine is no such place.</summary>
    [Theory]
    [MemberData(nameof(Packages))]
    public void TheRepository_IsThatOfTheRemote_OrIsNotNamed(string id)
    {
        var repository = Open(id).Element("repository").ShouldNotBeNull();

        // Sources without git, such as an archive of them, have no commit to name.
        (repository.Attribute("commit") is { Value.Length: 40 }).ShouldBe(Path.Exists(Repository.PathOf(".git")));
        (repository.Attribute("url")?.Value ?? "https://").ShouldStartWith("https://");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void EveryLibrary_HasDocumentation_AndSymbolsThatNameNoFolderOfThisMachine(string id)
    {
        var package = Open(id);
        var libraries = new[] { "lib", "analyzers", "tools" }.SelectMany(package.Below).Where(f => OurLibrary().IsMatch(f)).ToList();

        libraries.ShouldNotBeEmpty();
        foreach (var library in libraries)
        {
            new AssemblyFile(package.Read(library)).SourcePaths().ShouldAllBe(p => p.StartsWith("/_/", StringComparison.Ordinal), library);
        }

        foreach (var library in libraries.Where(l => l.StartsWith("lib/", StringComparison.Ordinal)))
        {
            System.Text.Encoding.UTF8.GetString(package.Read(Path.ChangeExtension(library, ".xml"))).ShouldContain("<summary>");
        }
    }

    /// <summary>The clock leaves no trace, so that the same commit gives the same bytes.</summary>
    [Fact]
    public void EveryEntry_OfEveryPackage_HasTheSameDate() => Ids.SelectMany(id => Open(id).Dates).Distinct().ShouldHaveSingleItem();

    [Theory]
    [MemberData(nameof(Packages))]
    public void PackagesOfOurs_AskForEachOthersVeryVersion(string id)
    {
        var package = Open(id);
        var dependencies = package.Manifest.Descendants().Where(e => e.Name.LocalName == "dependency" && e.Attribute("id")!.Value.StartsWith("TypedFeatures", StringComparison.Ordinal)).ToList();

        dependencies.Any().ShouldBe(package.Below("lib").Any() && id != "TypedFeatures.Plans", "only plans, and tools, which carry all they need, stand alone");
        dependencies.ShouldAllBe(d => d.Attribute("version")!.Value == $"[{feed.Version}]");
    }

    /// <summary>One folder, so that all load one binder; every project in <c>analyzers</c>, and no part of Roslyn.</summary>
    [Fact]
    public void TheCompilersSide_LiesInOneFolder()
    {
        var ours = Directory.EnumerateFiles(Repository.PathOf("analyzers"), "*.csproj", SearchOption.AllDirectories).Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Concat(["TypedFeatures.Generators", "TypedFeatures.Compiler", "TypedFeatures.Plans"]);

        Open("TypedFeatures").Below("analyzers").ShouldBe(ours.Select(n => $"analyzers/dotnet/cs/{n}.dll"), ignoreOrder: true);
    }

    [Fact]
    public void ThePropertiesOfThePackage_AreThoseThatTheRepositoryUses()
    {
        var package = Open("TypedFeatures");

        package.Below("buildTransitive").ShouldBe(["buildTransitive/net10.0/TypedFeatures.props", "buildTransitive/net10.0/TypedFeatures.targets"], ignoreOrder: true);
        package.Read("buildTransitive/net10.0/TypedFeatures.props").ShouldBe(File.ReadAllBytes(Repository.PathOf("src/TypedFeatures/buildTransitive/TypedFeatures.props")));
        File.ReadAllText(Repository.PathOf("eng/UseTypedFeatures.props")).ShouldContain("src/TypedFeatures/buildTransitive/TypedFeatures.props");
    }

    [Fact]
    public void TheEngineOfDuckDb_CarriesItsLibraryAndItsLicense()
    {
        var package = Open("TypedFeatures.DuckDb");

        package.Below("runtimes").ShouldHaveSingleItem().ShouldMatch(@"^runtimes/[a-z]+-[a-z0-9]+/native/(libduckdb\.so|libduckdb\.dylib|duckdb\.dll)$");
        System.Text.Encoding.UTF8.GetString(package.Read("THIRD-PARTY-NOTICES.txt")).ShouldContain("DuckDB Foundation");
        package.Text("license").ShouldBe("Apache-2.0 AND MIT");
    }

    private PackageFile Open(string id) => new(PathOf(id));

    private string PathOf(string id) => Path.Combine(feed.Packages, $"{id}.{feed.Version}.nupkg");

    [GeneratedRegex(@"/TypedFeatures[^/]*\.dll$")]
    private static partial Regex OurLibrary();
}
