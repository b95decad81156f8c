using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.Analyzers.Contract;

/// <summary>The lock file of a project as read: what it holds, or why it cannot be read. Places in it are places in an additional file.</summary>
internal sealed class LockedFile
{
    private readonly SourceText text;

    private LockedFile(SourceText text, LockFile? contents, LockFileException? problem)
    {
        this.text = text;
        Contents = contents;
        Problem = problem;
    }

    /// <summary>What it holds; null where it cannot be read.</summary>
    public LockFile? Contents { get; }

    /// <summary>Why it cannot be read; null where it can.</summary>
    public LockFileException? Problem { get; }

    /// <summary>Whether a file is the lock file of its project.</summary>
    public static bool Is(AdditionalText file) => string.Equals(Path.GetFileName(file.Path), LockFile.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    public static LockedFile Read(SourceText text)
    {
        try
        {
            return new LockedFile(text, LockFile.Parse(text.ToString()), null);
        }
        catch (LockFileException problem)
        {
            return new LockedFile(text, null, problem);
        }
    }

    /// <summary>Where it cannot be read.</summary>
    public Location PlaceOfProblem(string path) => Line(path, Problem!.Line - 1, Problem.Column - 1);

    /// <summary>The line of a definition; the first one where it is not found, as in a file that no one wrote but people.</summary>
    public Location PlaceOf(string path, ContractIdentity identity)
    {
        var kind = $"\"kind\": \"{identity.Kind.ToString().ToLowerInvariant()}\", \"name\": \"{identity.Name}\", \"version\": {identity.Version}";
        foreach (var line in text.Lines)
        {
            var written = line.ToString();
            var start = written.IndexOf(kind, StringComparison.Ordinal);
            if (start >= 0 && (start + kind.Length == written.Length || !char.IsDigit(written[start + kind.Length])))
            {
                return Place(path, TextSpan.FromBounds(line.Start + start, line.Start + start + kind.Length));
            }
        }

        return Line(path, 0, 0);
    }

    private Location Line(string path, int line, int column)
    {
        var there = text.Lines[Math.Min(line, text.Lines.Count - 1)];
        var start = Math.Min(there.Start + column, there.End);
        return Place(path, TextSpan.FromBounds(start, Math.Min(start + 1, there.End)));
    }

    private Location Place(string path, TextSpan span) => Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
}
