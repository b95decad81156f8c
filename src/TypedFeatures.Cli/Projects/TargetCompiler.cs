using System.Text.Json;

namespace TypedFeatures.Cli.Projects;

/// <summary>
/// Finds the assembly that is meant. A project is compiled into a folder of its own, as its build would compile it but without analyzers: a build would fail on the very
/// changes that are asked about, and one whose analyzers are turned off would leave outputs behind that the next build takes for checked.
/// </summary>
internal static class TargetCompiler
{
    /// <param name="target">A project file, a folder with one, or an assembly.</param>
    /// <param name="configuration">The configuration of a project.</param>
    /// <param name="framework">The target framework, of a project with several.</param>
    /// <param name="withTexts">Whether a project's assembly shall carry the texts of its definitions.</param>
    /// <param name="progress">Is told what goes on.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="CommandException">There is nothing of the kind, or it does not compile.</exception>
    public static async Task<CompiledTarget> CompileAsync(string target, string configuration, string? framework, bool withTexts, TextWriter progress, CancellationToken cancellationToken)
    {
        if (File.Exists(target) && Path.GetExtension(target) is ".dll" or ".exe")
        {
            return new CompiledTarget(target, Path.GetDirectoryName(Path.GetFullPath(target))!, null);
        }

        var project = ProjectOf(target);
        var build = new ProjectBuild(project, [$"-p:Configuration={configuration}", .. framework is null ? Array.Empty<string>() : [$"-p:TargetFramework={framework}"]]);
        await progress.WriteLineAsync($"Compiling {Path.GetFileName(project)} ...").ConfigureAwait(false);
        await build.RunAsync(["-restore", "-t:ResolveProjectReferences"], cancellationToken).ConfigureAwait(false);
        var json = await build.RunAsync(
            [
                "-t:Compile", "-p:BuildProjectReferences=false", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-p:NonExistentFile=__force__",
                "-getItem:CscCommandLineArgs", "-getProperty:RoslynTargetsPath",
            ],
            cancellationToken).ConfigureAwait(false);
        return await CompileAsync(project, JsonDocument.Parse(json).RootElement, withTexts, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<CompiledTarget> CompileAsync(string project, JsonElement build, bool withTexts, CancellationToken cancellationToken)
    {
        var arguments = build.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray().Select(i => i.GetProperty("Identity").GetString()!).ToList();
        if (arguments.Count == 0)
        {
            throw new CommandException($"'{project}' compiles no C#. A project with several target frameworks wants --framework.");
        }

        var folder = Path.GetDirectoryName(project)!;
        var scratch = Directory.CreateTempSubdirectory("dotnet-features-");
        var assembly = Path.Combine(scratch.FullName, "target.dll");
        try
        {
            var response = Path.Combine(scratch.FullName, "target.rsp");
            var settings = Path.Combine(scratch.FullName, "target.globalconfig");
            await File.WriteAllLinesAsync(settings, ["is_global = true", .. withTexts ? ["build_property.TypedFeaturesContractText = true"] : Array.Empty<string>()], cancellationToken).ConfigureAwait(false);
            string[] replaced = ["/out:", "/refout:", "/pdb:", "/doc:", "/generatedfilesout:", "/errorlog:"];
            await File.WriteAllLinesAsync(
                response,
                [.. arguments.Where(a => !replaced.Any(r => a.StartsWith(r, StringComparison.OrdinalIgnoreCase))), $"/out:{assembly}", $"/analyzerconfig:{settings}", "/skipanalyzers+", "/warnaserror-"],
                cancellationToken).ConfigureAwait(false);
            var compiler = Path.Combine(build.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString()!, "bincore", "csc.dll");
            var compiled = await ChildProcess.RunAsync("dotnet", ["exec", compiler, "/noconfig", "@" + response], folder, cancellationToken).ConfigureAwait(false);
            return compiled.ExitCode == 0
                ? new CompiledTarget(assembly, folder, scratch)
                : throw new CommandException($"'{project}' does not compile:\n{string.Join('\n', compiled.Output.Split('\n').Where(l => l.Contains(": error ", StringComparison.Ordinal)).Take(20))}");
        }
        catch
        {
            scratch.Delete(recursive: true);
            throw;
        }
    }

    private static string ProjectOf(string target)
    {
        var path = Path.GetFullPath(target);
        if (File.Exists(path))
        {
            return path;
        }

        if (!Directory.Exists(path))
        {
            throw new CommandException($"There is no '{target}'. Name a project file, a folder with one, or a built assembly.", ExitCodes.Usage);
        }

        return Directory.GetFiles(path, "*.csproj") switch
        {
            [var only] => only,
            [] => throw new CommandException($"There is no project in '{path}'. Name a project file, a folder with one, or a built assembly.", ExitCodes.Usage),
            _ => throw new CommandException($"There are several projects in '{path}'. Name the one that is meant.", ExitCodes.Usage),
        };
    }
}
