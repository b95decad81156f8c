using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>A user's project is held to what it has released: the lock file beside it reaches the analyzers of the package.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class ContractTests(PackedFeed feed)
{
    [Fact]
    public void ABreakingChange_AgainstTheLockFile_FailsTheBuild_AndNamesTheService()
    {
        var project = new NewProject(feed, "Contract").Property("OutputType", "Exe").Package("TypedFeatures").Files("Console/Shop.cs", "Contract/Program.cs");
        project.Build().ShouldBeClean();
        project.Run();
        project.Build().ShouldBeClean();

        var shop = Path.Combine(project.Folder, "Shop.cs");
        var released = File.ReadAllText(shop);

        // Another window is a new version, reported at the feature; a feature that goes is breaking.
        File.WriteAllText(shop, released.Replace("g.Last(Days(7)).Count()", "g.Last(Days(8)).Count()", StringComparison.Ordinal));
        var window = project.Build();
        window.ShouldComplain("Shop.cs(27): error TF3010");

        File.WriteAllText(shop, released.Replace("Purchases7d", "Orders7d", StringComparison.Ordinal));
        var renamed = project.Build();
        renamed.ExitCode.ShouldNotBe(0, renamed.Text);
        renamed.Diagnostics.ShouldContain(d => d.Id == "TF3020" && d.File == "Shop.cs" && d.Message.Contains("checkout", StringComparison.Ordinal), renamed.Text);
    }
}
