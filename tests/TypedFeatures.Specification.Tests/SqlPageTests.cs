using Shouldly;
using TypedFeatures.Tests;
using Xunit;

namespace TypedFeatures.Specification.Tests;

public sealed class SqlPageTests
{
    private static readonly string Path = Repository.PathOf("docs/semantics-sql.md");

    [Fact]
    public async Task Page_IsWhatThePlansSay()
    {
        var text = SqlPage.Text();
        if (Environment.GetEnvironmentVariable("TYPEDFEATURES_REWRITE_GOLDEN") == "1")
        {
            Environment.GetEnvironmentVariable("CI").ShouldBeNull("The page is written by people, not by continuous integration.");
            await File.WriteAllTextAsync(Path, text);
            return;
        }

        (await File.ReadAllTextAsync(Path)).ShouldBe(text, "Set TYPEDFEATURES_REWRITE_GOLDEN=1 and run this test again, then read the difference.");
    }
}
