using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>The command line as its README has it: installed from the packages, and asked of a project outside the repository.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class ToolTests(PackedFeed feed)
{
    [Fact]
    public void AProject_IsLocked_Released_AndHeld()
    {
        var project = new NewProject(feed, "Tool").Package("TypedFeatures").Files("Console/Shop.cs").Write();
        var tools = feed.NewFolder("tools");

        // Into a folder: what is installed for a project or a person, the SDK remembers for that person, and for longer than this test's packages are there.
        Shell.Dotnet(project.Folder, feed.Extracted, "tool", "install", "TypedFeatures.Cli", "--version", feed.Version, "--tool-path", tools).Succeeded();
        Output Features(params IReadOnlyList<string> arguments) => Shell.Run(Path.Combine(tools, "dotnet-features"), project.Folder, feed.Extracted, arguments);

        Features("lock").Succeeded().ShouldContain("features.lock.json: ");
        Features("release").Succeeded().ShouldContain("Released: feature view ");
        Features("check").Succeeded().ShouldContain("What was released is kept.");
        Features("sql", "user_purchases", "--engine", "duckdb").Succeeded().ShouldContain("SELECT");

        var shop = Path.Combine(project.Folder, "Shop.cs");
        File.WriteAllText(shop, File.ReadAllText(shop).Replace("g.Last(Days(7)).Count()", "g.Last(Days(8)).Count()", StringComparison.Ordinal));
        var changed = Features("check");
        (changed.ExitCode, changed.Text.Contains("its windows are 8d, and were 7d", StringComparison.Ordinal)).ShouldBe((100, true), changed.Text);

        // The fix of the package, in a host that is not ours: it forks the record and edits the lock file.
        project.Build().ShouldComplain("Shop.cs(27): error TF3010");
        Shell.Dotnet(project.Folder, feed.Extracted, "format", "analyzers", "--diagnostics", "TF3010", "--severity", "error").Succeeded();
        File.ReadAllText(shop).ShouldContain("public required UserPurchasesV1 User { get; init; }");
        project.Build().ShouldBeClean();
        Features("check").Succeeded();
        Features("list").Succeeded().ShouldContain("UserPurchasesV1");
    }
}
