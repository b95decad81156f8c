using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Cli.Contracts;

/// <summary>A lock file where it lies.</summary>
/// <param name="Path">Its path.</param>
internal sealed record LockFileOnDisk(string Path)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>What it holds; nothing where there is none.</summary>
    /// <exception cref="CommandException">It cannot be read; says where and why.</exception>
    public LockFile Read() => Exists ? Parse(File.ReadAllText(Path), Path) : LockFile.Empty;

    /// <summary>What it holds; there must be one.</summary>
    /// <exception cref="CommandException">There is none, or it cannot be read.</exception>
    public LockFile ReadExisting() => Exists ? Read() : throw new CommandException($"There is no '{Path}'. Make it: dotnet features lock");

    /// <summary>Replaces it, whole or not at all.</summary>
    /// <returns>Whether its text is another now.</returns>
    public bool Write(LockFile contents)
    {
        var text = contents.Print();
        if (Exists && File.ReadAllText(Path) == text)
        {
            return false;
        }

        var scratch = Path + ".new";
        File.WriteAllText(scratch, text);
        File.Move(scratch, Path, overwrite: true);
        return true;
    }

    /// <summary>Reads a text of a lock file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">Where it is from, for messages.</param>
    /// <exception cref="CommandException">It is none; says where and why.</exception>
    public static LockFile Parse(string text, string path)
    {
        try
        {
            return LockFile.Parse(text);
        }
        catch (LockFileException unreadable)
        {
            throw new CommandException($"{path}({unreadable.Line},{unreadable.Column}): {unreadable.Reason}");
        }
    }
}
