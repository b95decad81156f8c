namespace TypedFeatures.Cli.Projects;

/// <summary>Asks MSBuild of a project.</summary>
/// <param name="project">The project file.</param>
/// <param name="properties">What is set on every call.</param>
internal sealed class ProjectBuild(string project, IReadOnlyList<string> properties)
{
    /// <summary>Runs MSBuild and takes what it says.</summary>
    /// <exception cref="CommandException">It failed.</exception>
    public async Task<string> RunAsync(IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var run = await ChildProcess.RunAsync(
            "dotnet", ["msbuild", project, "-nologo", "-v:quiet", .. properties, .. arguments], Path.GetDirectoryName(project)!, cancellationToken).ConfigureAwait(false);
        return run.ExitCode == 0
            ? run.Output
            : throw new CommandException($"'{project}' cannot be built:\n{string.Join('\n', (run.Output + run.Error).Split('\n').Where(l => l.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().Take(20))}");
    }
}
