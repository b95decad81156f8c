using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>The command line as its README has it: installed from the packages into a project of its own, and asked there.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class ToolTests(PackedFeed feed)
{
    [Fact]
    public void AProject_IsLocked_Released_AndHeld()
    {
        var project = new NewProject(feed, "Tool").Package("TypedFeatures").Files("Console/Shop.cs").Write();
        Output Dotnet(params IReadOnlyList<string> arguments) => Shell.Dotnet(project.Folder, feed.Extracted, arguments);
        Dotnet("tool", "install", "TypedFeatures.Cli", "--version", feed.Version, "--create-manifest-if-needed").Succeeded();

        Dotnet("features", "lock").Succeeded().ShouldContain("features.lock.json: ");
        Dotnet("features", "release").Succeeded().ShouldContain("Released: feature view ");
        Dotnet("features", "check").Succeeded().ShouldContain("What was released is kept.");
        Dotnet("features", "sql", "user_purchases", "--engine", "duckdb").Succeeded().ShouldContain("SELECT");

        var shop = Path.Combine(project.Folder, "Shop.cs");
        File.WriteAllText(shop, File.ReadAllText(shop).Replace("g.Last(Days(7)).Count()", "g.Last(Days(8)).Count()", StringComparison.Ordinal));
        var changed = Dotnet("features", "check");
        (changed.ExitCode, changed.Text.Contains("its windows are 8d, and were 7d", StringComparison.Ordinal)).ShouldBe((100, true), changed.Text);
    }
}
