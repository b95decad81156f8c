using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>A package and its symbols say where their sources are published, and have it from the remote of the clone.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class SourceLinkTests(PackedFeed feed)
{
    [Fact]
    public void APackage_OfACloneWithARemote_NamesItsSources_AndADebuggerFindsThem()
    {
        var clone = Clone("clone", "git@github.com:example/typed-features.git");
        Shell.Dotnet(clone, feed.Extracted, "pack", "src/TypedFeatures.Plans", "-c", "Release", "-o", Path.Combine(clone, "packed"), "-v:quiet").Succeeded();

        var package = new PackageFile(Directory.EnumerateFiles(Path.Combine(clone, "packed")).ShouldHaveSingleItem());
        var repository = package.Element("repository").ShouldNotBeNull();
        repository.Attribute("url")!.Value.ShouldBe("https://github.com/example/typed-features.git");
        repository.Attribute("branch").ShouldBeNull();
        new AssemblyFile(package.Read("lib/netstandard2.0/TypedFeatures.Plans.dll")).SourceLinkJson()
            .ShouldBe($$$"""{"documents":{"/_/*":"https://raw.githubusercontent.com/example/typed-features/{{{repository.Attribute("commit")!.Value}}}/*"}}""");
    }

    [Fact]
    public void Diagnostics_OfACloneWithARemote_LinkToThePagesOfItsCommit()
    {
        var clone = Clone("linked", "git@github.com:example/typed-features.git");
        Shell.Dotnet(clone, feed.Extracted, "build", "generators/TypedFeatures.Compiler", "-c", "Release", "-v:quiet").Succeeded();

        var compiler = File.ReadAllBytes(Path.Combine(clone, "generators/TypedFeatures.Compiler/bin/Release/netstandard2.0/TypedFeatures.Compiler.dll"));
        var commit = Shell.Run("git", clone, null, "rev-parse", "HEAD").Succeeded().Trim();
        compiler.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes($"https://github.com/example/typed-features/blob/{commit}/docs/rules/")).ShouldBePositive();
    }

    private string Clone(string name, string remote)
    {
        var clone = feed.NewFolder(name);
        foreach (var file in Sources())
        {
            var copy = Path.Combine(clone, Path.GetRelativePath(Repository.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Shell.Git(clone, "init", "-q");
        Shell.Git(clone, "add", ".");
        Shell.Git(clone, "commit", "-q", "-m", "Sources");
        Shell.Git(clone, "remote", "add", "origin", remote);
        return clone;
    }

    // A package that depends on no other, the project with the rules, and the files that every project is built with.
    private static IEnumerable<string> Sources() =>
        new[] { "src/TypedFeatures.Plans", "generators/TypedFeatures.Compiler", "eng" }
            .SelectMany(f => Directory.EnumerateFiles(Repository.PathOf(f), "*", SearchOption.AllDirectories))
            .Where(f => !Path.GetRelativePath(Repository.Root, f).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "native"))
            .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*"))
            .Append(Repository.PathOf("LICENSE"));
}
