namespace TypedFeatures.Cli.Tests;

/// <summary>Command lines that make no sense end with 2, files that cannot be read with 1; each says why.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("'frobnicate'", "frobnicate")]
    [InlineData("Required argument missing", "sql")]
    [InlineData("'tomorrow' is no date", "check", ".", "--today", "tomorrow")]
    [InlineData("There is no 'no-such-folder'", "list", "no-such-folder")]
    public async Task WhatMakesNoSense_EndsWithTwo(string message, params string[] args)
    {
        var (exitCode, output, error) = await ScratchProject.RunAsync(args);
        (exitCode, output).ShouldBe((2, ""), error);
        error.ShouldContain(message);
    }

    [Fact]
    public async Task FolderWithoutAProject_EndsWithTwo()
    {
        var folder = Directory.CreateTempSubdirectory("empty");
        var (exitCode, _, error) = await ScratchProject.RunAsync("lock", folder.FullName);
        folder.Delete();
        exitCode.ShouldBe(2);
        error.ShouldContain("There is no project in");
    }

    [Fact]
    public async Task LockFileThatCannotBeRead_EndsWithOne_AndNamesThePlace()
    {
        var folder = Directory.CreateTempSubdirectory("unreadable");
        var file = Path.Combine(folder.FullName, "features.lock.json");
        await File.WriteAllTextAsync(file, "{\n  \"format\": 99,\n  \"definitions\": []\n}\n");
        var (exitCode, _, error) = await ScratchProject.RunAsync("check", typeof(UsageTests).Assembly.Location, "--lock-file", file);
        folder.Delete(recursive: true);
        exitCode.ShouldBe(1);
        error.ShouldContain("features.lock.json(2,13): The file has format 99");
    }

    [Fact]
    public async Task FileThatIsNoAssembly_EndsWithOne()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".dll");
        await File.WriteAllTextAsync(file, "no assembly");
        var (exitCode, _, error) = await ScratchProject.RunAsync("list", file);
        File.Delete(file);
        exitCode.ShouldBe(1);
        error.ShouldStartWith("error: ");
    }
}
