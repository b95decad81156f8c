using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>A new console project that names two packages: it builds without a warning, and does all that a feature store is for.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class ConsoleProjectTests(PackedFeed feed)
{
    [Fact]
    public void ACorrectProject_BuildsWithTheSdksCompiler_AndRunsOnTheEmbeddedEngines()
    {
        var project = new NewProject(feed, "Checkouts")
            .Property("OutputType", "Exe").Property("DebugType", "portable")
            .Package("TypedFeatures.Sqlite").Package("TypedFeatures.DuckDb")
            .Files("Console/Shop.cs", "Console/Rows.cs", "Console/Program.cs");

        project.Build().ShouldBeClean();

        // Newer than what the rest of the tests compile with.
        AssemblyFile.CompilerOf(project.Assembly).ShouldBeGreaterThanOrEqualTo(new Version(5, 0));

        // At the training row's instant the row that came late is not known: b alone within 7 days, a and b within 30. Ten days later it is: (30 + 50 + 10 + 5) / 4.
        var output = project.Run("sqlite", "duckdb");
        output.ShouldMatch(@"^duckdb: v1\.\d+\.\d+");
        foreach (var engine in new[] { "sqlite", "duckdb" })
        {
            output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith(engine + " ", StringComparison.Ordinal)).ShouldBe(
                [
                    $"{engine} ingest: 5 rows, 1 version",
                    $"{engine} train: 1 purchases, average 40, charged back True",
                    $"{engine} serve: 1 purchase, average 23.75, amount 4 times that",
                    $"{engine} agrees with the meaning: True",
                ]);
        }
    }

    /// <summary>An older framework is told that the package is not for it, instead of that its types are missing.</summary>
    [Fact]
    public void AProjectOfAnOlderFramework_IsToldThatThePackageDoesNotFit()
    {
        var project = new NewProject(feed, "Older").Property("TargetFramework", "net8.0").Package("TypedFeatures");

        project.Build().Diagnostics.ShouldContain(d => d.Id == "NU1202" && d.Severity == "error");
    }
}
