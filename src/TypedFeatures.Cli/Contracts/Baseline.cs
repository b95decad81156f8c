using TypedFeatures.Cli.Projects;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Contracts;

/// <summary>What code is compared with.</summary>
internal static class Baseline
{
    private const string Git = "git:";

    /// <summary>Reads <c>git:REF</c>, the lock file as it was committed there; a lock file; or an assembly, all of which counts as released.</summary>
    /// <param name="against">Which; null for the lock file as it is.</param>
    /// <param name="lockFile">The lock file of the project.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="CommandException">There is no such thing.</exception>
    public static async Task<LockFile> ReadAsync(string? against, LockFileOnDisk lockFile, CancellationToken cancellationToken)
    {
        if (against is null)
        {
            return lockFile.ReadExisting();
        }

        if (against.StartsWith(Git, StringComparison.Ordinal))
        {
            return await OfCommitAsync(against[Git.Length..], lockFile.Path, cancellationToken).ConfigureAwait(false);
        }

        if (!File.Exists(against))
        {
            throw new CommandException($"There is no file '{against}'. Compare with git:REF, a lock file or an assembly.");
        }

        return Path.GetExtension(against) is ".dll" or ".exe" ? LockUpdate.Release(ContractsInAssembly.Read(against)) : new LockFileOnDisk(against).Read();
    }

    private static async Task<LockFile> OfCommitAsync(string commit, string path, CancellationToken cancellationToken)
    {
        if (commit.Length == 0 || commit[0] == '-')
        {
            throw new CommandException($"'{Git}{commit}' names no commit. Write for example {Git}origin/main.", ExitCodes.Usage);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var shown = await ChildProcess.RunAsync("git", ["show", $"{commit}:./{Path.GetFileName(path)}"], folder, cancellationToken).ConfigureAwait(false);
        return shown.ExitCode == 0
            ? LockFileOnDisk.Parse(shown.Output, $"{Git}{commit}")
            : throw new CommandException($"git has no '{Path.GetFileName(path)}' at '{commit}': {shown.Error.Trim()}");
    }
}
