using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Plans.Contract;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Edits the lock file of a project, one of its additional documents, as <c>dotnet features lock</c> would.</summary>
internal static class LockFileEdit
{
    /// <summary>The lock file of a project; null where it has none.</summary>
    public static TextDocument? FileOf(Project project) => project.AdditionalDocuments.FirstOrDefault(d => string.Equals(d.Name, LockFile.FileName, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the lock file of a project holds; null where it has none that can be read, which others report.</summary>
    public static async Task<LockFile?> ReadAsync(Project project, CancellationToken cancellation)
    {
        if (FileOf(project) is not { } file)
        {
            return null;
        }

        try
        {
            return LockFile.Parse((await file.GetTextAsync(cancellation).ConfigureAwait(false)).ToString());
        }
        catch (LockFileException)
        {
            return null;
        }
    }

    /// <summary>The solution with another lock file in a project.</summary>
    public static async Task<Solution> WriteAsync(Solution solution, ProjectId project, LockFile locked, CancellationToken cancellation)
    {
        var file = FileOf(solution.GetProject(project)!)!;
        var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        return solution.WithAdditionalDocumentText(file.Id, SourceText.From(locked.Print(), text.Encoding));
    }

    /// <summary>The solution with one definition accepted, as far as what was released allows; all others stay as they are.</summary>
    public static async Task<Solution> AcceptAsync(Project project, INamedTypeSymbol record, CancellationToken cancellation) => await EditAsync(
        project,
        (locked, compilation) => DefinitionContracts.Of(record, compilation, cancellation) is { } current ? LockUpdate.Accept(locked, current) : locked,
        cancellation).ConfigureAwait(false);

    /// <summary>The solution with the definitions of some files accepted.</summary>
    public static async Task<Solution> AcceptAllAsync(Project project, Func<SyntaxTree, bool> isMeant, CancellationToken cancellation) => await EditAsync(
        project,
        (locked, compilation) => DefinitionContracts.In(compilation.Assembly.GlobalNamespace)
            .Where(t => t.DeclaringSyntaxReferences.Any(r => isMeant(r.SyntaxTree)))
            .Select(t => DefinitionContracts.Of(t, compilation, cancellation))
            .OfType<DefinitionContract>()

            // The newest versions first: they may take up what older ones could not keep.
            .OrderByDescending(d => d.Identity.Version)
            .Aggregate(locked, LockUpdate.Accept),
        cancellation).ConfigureAwait(false);

    private static async Task<Solution> EditAsync(Project project, Func<LockFile, Compilation, LockFile> edit, CancellationToken cancellation)
    {
        var locked = await ReadAsync(project, cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException($"The project has no {LockFile.FileName} that can be read.");
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("C# projects compile.");
        return await WriteAsync(project.Solution, project.Id, edit(locked, compilation), cancellation).ConfigureAwait(false);
    }
}
