using TypedFeatures.Packages.Tests.Feed;

namespace TypedFeatures.Packages.Tests;

/// <summary>The property <c>TypedFeaturesEngines</c> reaches the compiler from a user's project file, as users write it.</summary>
[Collection(PackedFeedTests.Name)]
public sealed class TargetedEnginesTests(PackedFeed feed)
{
    [Fact]
    public void SqlIsCompiledForTheEnginesThatAreNamed_AndAMisspeltNameIsAnError()
    {
        var project = new NewProject(feed, "Engines").Property("TypedFeaturesEngines", "\n      sqlite;\n      duckdb\n    ").Package("TypedFeatures").Files("Console/Shop.cs");
        project.Build().ShouldBeClean();
        AssemblyFile.Of(project.Assembly).NestedTypes("UserPurchasesSql").ShouldBe(["DuckDb", "Sqlite"], ignoreOrder: true);

        var misspelt = project.Property("TypedFeaturesEngines", "duckdb;sqllite").Build();
        misspelt.ExitCode.ShouldNotBe(0, misspelt.Text);
        var complaint = misspelt.Diagnostics.ShouldHaveSingleItem();
        (complaint.Id, complaint.Severity).ShouldBe(("TF2081", "error"));
        complaint.Message.ShouldContain("sqllite");
    }
}
