using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>Severities are the user's, by <c>.editorconfig</c>, file by file.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class SeverityTests(PackedFeed feed)
{
    private const string Division = "g.Last(Days(7)).Sum(p => p.Amount / p.Quantity)";

    [Fact]
    public void SeveritiesOfTheEditorconfig_Apply()
    {
        var project = new NewProject(feed, "Severities").Package("TypedFeatures").Files("Console/Shop.cs")
            .File("Usual.cs", ShortTtl("Usual"))
            .File("Strict.cs", ShortTtl("Strict"))
            .File("Silent.cs", ShortTtl("Silent"))
            .File("Lowered.cs", new LeakCase("Lowered", "TF1001", Division, Division).Source)
            .File(".editorconfig", """
                [Strict.cs]
                dotnet_diagnostic.TF2011.severity = error

                [Silent.cs]
                dotnet_diagnostic.TF2011.severity = none

                [Lowered.cs]
                dotnet_diagnostic.TF1001.severity = warning

                """);

        project.Build().ShouldComplain("Usual.cs(7): warning TF2011", "Strict.cs(7): error TF2011", "Lowered.cs(21): warning TF1001");

        // What failed the build was the severity alone.
        File.Delete(Path.Combine(project.Folder, ".editorconfig"));
        File.Delete(Path.Combine(project.Folder, "Lowered.cs"));
        project.Build().ShouldComplain("Usual.cs(7): warning TF2011", "Strict.cs(7): warning TF2011", "Silent.cs(7): warning TF2011");
    }

    // A window of seven days behind a time to live of one: a warning.
    private static string ShortTtl(string name) =>
        new LeakCase(name, "TF2011", "", "g.Last(Days(7)).Average(p => p.Amount)").Source.Replace($"""FeatureView("{name}")""", $"""FeatureView("{name}", OnlineTtl = "1d")""", StringComparison.Ordinal);
}
