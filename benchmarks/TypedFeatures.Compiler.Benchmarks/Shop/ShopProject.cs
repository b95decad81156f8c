using TypedFeatures.Tests;

namespace TypedFeatures.Compiler.Benchmarks.Shop;

/// <summary>A project on disk with the generated views: what a user's project looks like, outside this repository's settings.</summary>
internal static class ShopProject
{
    public const string FileName = "Shop.csproj";

    /// <summary>Writes the project.</summary>
    public static void Write(string folder, int views)
    {
        Directory.CreateDirectory(folder);
        foreach (var old in Directory.EnumerateFiles(folder, "*.cs"))
        {
            File.Delete(old);
        }

        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, FileName), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{Repository.PathOf("eng/UseTypedFeatures.props")}" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="{Repository.PathOf("src/TypedFeatures/TypedFeatures.csproj")}" />
              </ItemGroup>
            </Project>

            """);
        foreach (var (name, text) in Files(views))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }
    }

    /// <summary>The source files: name and text.</summary>
    public static IEnumerable<(string Name, string Text)> Files(int views) =>
        ShopSources.Files().Select(f => (f.Name + ".cs", f.Text))
            .Concat(Enumerable.Range(0, views).Select(i => (ShopViews.NameOf(i) + ".cs", ShopViews.File(i))));
}
