using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>What a project gets that names no package of ours, but a project that does.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class TransitiveProjectTests(PackedFeed feed)
{
    [Fact]
    public void ViewsOfALibrary_AndOfTheApplicationTwoProjectsAbove_AreCompiledAndRun()
    {
        var library = new NewProject(feed, "Features").Package("TypedFeatures").Package("TypedFeatures.Sqlite").Files("Console/Shop.cs", "Console/Rows.cs").Write();
        var middle = new NewProject(feed, "Middle").Project(library).Write();
        var application = new NewProject(feed, "Application").Property("OutputType", "Exe").Project(middle).Files("Library/Program.cs");

        application.Build().ShouldBeClean();

        application.Run().Trim().Split('\n').Select(l => l.Trim()).ShouldBe(["view of the library: 1 purchases", "view of the application: spend 80"]);
    }

    /// <summary>As if it named the package itself; the way through <c>PrivateAssets="none"</c> does not bring them twice, and who keeps the package to itself keeps its compiler, too.</summary>
    [Theory]
    [InlineData("", 1)]
    [InlineData("PrivateAssets=\"none\"", 1)]
    [InlineData("PrivateAssets=\"all\"", 0)]
    public void TheGenerator_ReachesAProjectThatRefersToOneWithThePackage(string reference, int times)
    {
        var suffix = reference.Length == 0 ? "default" : reference.Split('"')[1];
        var library = new NewProject(feed, "Library-" + suffix).Package("TypedFeatures", reference).Write();
        var user = new NewProject(feed, "User-" + suffix).Project(library);

        user.Items("Analyzer").Count(a => Path.GetFileName(a) == "TypedFeatures.Generators.dll").ShouldBe(times);
    }

    /// <summary>The file beside the project goes to the compiler; a package that is referred to does not bring that of another project.</summary>
    [Fact]
    public void TheLockFileBesideAProject_IsHandedToItsCompiler()
    {
        var library = new NewProject(feed, "Contracted").Package("TypedFeatures").File("features.lock.json", "{}\n").Write();
        var user = new NewProject(feed, "Uncontracted").Project(library);

        library.Items("AdditionalFiles").ShouldBe([Path.Combine(library.Folder, "features.lock.json")]);
        user.Items("AdditionalFiles").ShouldBeEmpty();
    }
}
