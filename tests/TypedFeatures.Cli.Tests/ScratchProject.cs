using System.Diagnostics;
using TypedFeatures.Plans.Contract;
using TypedFeatures.Tests;

namespace TypedFeatures.Cli.Tests;

/// <summary>A project outside of the repository that is compiled with the product as built.</summary>
internal sealed class ScratchProject : IDisposable
{
    public const string Code = """
        using System;
        using TypedFeatures;
        using static TypedFeatures.Duration;

        namespace Scratch;

        [EventSource("orders")]
        public sealed record Order
        {
            [EventId] public long Id { get; init; }
            [EventTime] public DateTime At { get; init; }
            public long UserId { get; init; }
            public double Amount { get; init; }
        }

        [FeatureView("user_orders", Owner = "growth")]
        public sealed partial record UserOrders
        {
            [EntityKey] public long UserId { get; init; }
            public long Orders7d { get; init; }
            public double? Mean30d { get; init; }
            static FeatureQuery<UserOrders> Define(Events<Order> orders) =>
                from o in orders group o by o.UserId into g
                select new UserOrders { UserId = g.Key, Orders7d = g.Last(Days(7)).Count(), Mean30d = g.Last(Days(30)).Average(o => o.Amount) };
        }

        [FeatureService("checkout", Version = 2)]
        public sealed partial record Checkout
        {
            public required UserOrders User { get; init; }
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cli");

    public ScratchProject()
    {
        var analyzers = Directory.GetDirectories(Repository.PathOf("analyzers/TypedFeatures.Analyzers/bin"), "netstandard2.0", SearchOption.AllDirectories)
            .OrderByDescending(Directory.GetLastWriteTimeUtc).First();
        var compilers = string.Join("\n", new[] { "Plans", "Compiler", "Generators", "Analyzers" }.Select(n => $"    <Analyzer Include=\"{Path.Combine(analyzers, $"TypedFeatures.{n}.dll")}\" />"));
        var libraries = string.Join("\n", new[] { "TypedFeatures", "TypedFeatures.Plans" }.Select(n => $"    <Reference Include=\"{Path.Combine(AppContext.BaseDirectory, n + ".dll")}\" />"));
        Write("Scratch.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
            {libraries}
            {compilers}
              </ItemGroup>
            </Project>
            """);
        Write("Features.cs", Code);
    }

    /// <summary>The folder.</summary>
    public string Folder => folder.FullName;

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>What the lock file holds.</summary>
    public async Task<LockFile> LockedAsync() => LockFile.Parse(await File.ReadAllTextAsync(PathOf(LockFile.FileName)));

    /// <summary>Writes a file.</summary>
    public void Write(string file, string text) => File.WriteAllText(PathOf(file), text);

    /// <summary>Replaces a text of the code, which it must have.</summary>
    public void Edit(string before, string after)
    {
        var text = File.ReadAllText(PathOf("Features.cs"));
        text.ShouldContain(before);
        Write("Features.cs", text.Replace(before, after, StringComparison.Ordinal));
    }

    /// <summary>Runs <c>dotnet features</c> in this process.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await FeaturesCommand.RunAsync(args, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs git in the folder, as nobody in particular.</summary>
    public void Git(params string[] args)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.com", .. args])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, git.StandardError.ReadToEnd());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
