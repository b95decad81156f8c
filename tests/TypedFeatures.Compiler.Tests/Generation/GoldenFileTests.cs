namespace TypedFeatures.Compiler.Tests.Generation;

/// <summary>
/// The generated code of the design's first view and label, as a reader would review it. To accept a change, run with
/// <c>TYPEDFEATURES_REWRITE_GOLDEN=1</c> and read the difference; continuous integration refuses that switch.
/// </summary>
public sealed class GoldenFileTests
{
    private const string RewriteSwitch = "TYPEDFEATURES_REWRITE_GOLDEN";

    [Theory]
    [InlineData("Shop.UserPurchases.View.g.cs")]
    [InlineData("Shop.UserPurchases.Sql.g.cs")]
    [InlineData("TypedFeatures.Sources.g.cs")]
    [InlineData("Shop.ChargedBack60d.Label.g.cs")]
    [InlineData("Shop.ChargedBack60d.Sql.g.cs")]
    public void UserPurchases_GeneratesWhatWasApproved(string file)
    {
        var text = Generated.From(TestCode.Shop("Sources.cs"), TestCode.Shop("UserPurchases.cs"), TestCode.Shop("ChargedBack60d.cs")).Text(file);
        text.ShouldNotContain("\r");
        var path = Path.Combine(Folder(), "Approved", file + ".txt");
        if (Environment.GetEnvironmentVariable(RewriteSwitch) == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNull("Golden files are rewritten by people, not by continuous integration.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        File.Exists(path).ShouldBeTrue($"There is no approved {file}; run with {RewriteSwitch}=1 to write it.");
        text.ShouldBe(File.ReadAllText(path), $"The generated {file} changed; run with {RewriteSwitch}=1 and review the difference.");
    }

    // Not by [CallerFilePath]: deterministic builds replace it.
    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TypedFeatures.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return Path.Combine(folder.FullName, "tests", "TypedFeatures.Compiler.Tests", "Generation");
    }
}
