using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>A package and its symbols say where their sources are published, and have it from the remote of the clone.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class SourceLinkTests(PackedFeed feed)
{
    [Fact]
    public void APackage_OfACloneWithARemote_NamesItsSources_AndADebuggerFindsThem()
    {
        var clone = feed.NewFolder("clone");
        foreach (var file in Sources())
        {
            var copy = Path.Combine(clone, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Shell.Git(clone, "init", "-q");
        Shell.Git(clone, "add", ".");
        Shell.Git(clone, "commit", "-q", "-m", "Sources");
        Shell.Git(clone, "remote", "add", "origin", "git@github.com:example/typed-features.git");
        Shell.Dotnet(clone, feed.Extracted, "pack", "src/TypedFeatures.Plans", "-c", "Release", "-o", Path.Combine(clone, "packed"), "-v:quiet").Succeeded();

        var package = new PackageFile(Directory.EnumerateFiles(Path.Combine(clone, "packed")).ShouldHaveSingleItem());
        var repository = package.Element("repository").ShouldNotBeNull();
        repository.Attribute("url")!.Value.ShouldBe("https://github.com/example/typed-features.git");
        repository.Attribute("branch").ShouldBeNull();
        new AssemblyFile(package.Read("lib/netstandard2.0/TypedFeatures.Plans.dll")).SourceLinkJson()
            .ShouldBe($$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/example/typed-features/{{{repository.Attribute("commit")!.Value}}}/*"}}""");
    }

    // One project that depends on no other, and the files that every project is built with.
    private static IEnumerable<string> Sources() =>
        new[] { "src/TypedFeatures.Plans", "eng" }
            .SelectMany(f => Directory.EnumerateFiles(Repository.PathOf(f), "*", SearchOption.AllDirectories))
            .Where(f => !Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "native"))
            .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*"))
            .Append(Repository.PathOf("LICENSE"));
}
