namespace TypedFeatures.Packages.Tests.Feed;

/// <summary>A project in a folder of its own outside the repository, as a user would write it.</summary>
internal sealed class NewProject
{
    private readonly PackedFeed feed;
    private readonly string name;
    private readonly List<string> items = [];
    private readonly List<string> properties = [];

    /// <param name="feed">Where the packages come from.</param>
    /// <param name="name">The name of project, folder and assembly; another for each project.</param>
    public NewProject(PackedFeed feed, string name)
    {
        this.feed = feed;
        this.name = name;
        Folder = feed.NewFolder(name);
    }

    public string Folder { get; }

    /// <summary>The assembly that a successful build leaves.</summary>
    public string Assembly => Path.Combine(Folder, "bin", "Release", "net10.0", name + ".dll");

    private string ProjectFile => Path.Combine(Folder, name + ".csproj");

    /// <summary>Adds a property to the project file; a later one counts.</summary>
    public NewProject Property(string property, string value)
    {
        properties.Add($"<{property}>{value}</{property}>");
        return this;
    }

    /// <summary>Refers to a package of ours in the version that was packed.</summary>
    public NewProject Package(string id, string attributes = "")
    {
        items.Add($"""<PackageReference Include="{id}" Version="{feed.Version}" {attributes} />""");
        return this;
    }

    /// <summary>Refers to another project.</summary>
    public NewProject Project(NewProject other)
    {
        items.Add($"""<ProjectReference Include="{other.ProjectFile}" />""");
        return this;
    }

    /// <summary>Writes a file.</summary>
    public NewProject File(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Writes files of <c>Projects</c>, such as "Console/Shop.cs".</summary>
    public NewProject Files(params IReadOnlyList<string> resources)
    {
        foreach (var resource in resources)
        {
            File(Path.GetFileName(resource), Resource(resource));
        }

        return this;
    }

    /// <summary>Writes the project file, for projects that others refer to or that are built later.</summary>
    public NewProject Write() => File(name + ".csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            {string.Join("\n    ", properties)}
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", items)}
          </ItemGroup>
        </Project>

        """);

    /// <summary>Runs <c>dotnet build</c>.</summary>
    public Build Build()
    {
        Write();
        var output = Shell.Dotnet(Folder, feed.Extracted, "build", "-c", "Release", "-nologo", "-tl:off", "-v:quiet", "-clp:NoSummary");
        return new(output.ExitCode, output.Text, Diagnostic.Parse(output.Text));
    }

    /// <summary>Runs what was built.</summary>
    public string Run(params IReadOnlyList<string> arguments) => Shell.Dotnet(Folder, feed.Extracted, [Assembly, .. arguments]).Succeeded();

    /// <summary>The items of a kind after packages are resolved: paths, one each as MSBuild has them.</summary>
    public IReadOnlyList<string> Items(string kind)
    {
        Write();
        Shell.Dotnet(Folder, feed.Extracted, "restore", "-nologo", "-v:quiet").Succeeded();
        var json = Shell.Dotnet(Folder, feed.Extracted, "msbuild", "-nologo", "-t:ResolveLockFileAnalyzers", $"-getItem:{kind}").Succeeded();
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("Items").GetProperty(kind).EnumerateArray().Select(i => i.GetProperty("FullPath").GetString()!)];
    }

    private static string Resource(string resource)
    {
        using var stream = typeof(NewProject).Assembly.GetManifestResourceStream(resource)
            ?? throw new ArgumentException($"There is no Projects/{resource}.", nameof(resource));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What <c>dotnet build</c> did.</summary>
internal sealed record Build(int ExitCode, string Text, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Demands success without a word of complaint.</summary>
    public void ShouldBeClean()
    {
        Diagnostics.ShouldBeEmpty(Text);
        ExitCode.ShouldBe(0, Text);
    }

    /// <summary>Demands these complaints and no others, and failure where one is an error.</summary>
    public void ShouldComplain(params IReadOnlyList<string> complaints)
    {
        Diagnostics.Select(d => d.ToString()).ShouldBe(complaints, ignoreOrder: true, Text);
        (ExitCode != 0).ShouldBe(complaints.Any(c => c.Contains(": error ", StringComparison.Ordinal)), Text);
    }
}
