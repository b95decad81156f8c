using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Changes of text in several documents of a project. What is not touched stays as it is to the letter.</summary>
internal sealed class SolutionEdits
{
    private readonly Dictionary<SyntaxTree, List<TextChange>> changes = [];

    public void Add(SyntaxTree tree, TextChange change)
    {
        if (!changes.TryGetValue(tree, out var known))
        {
            changes.Add(tree, known = []);
        }

        known.Add(change);
    }

    public async Task<Solution> ApplyAsync(Project project, CancellationToken cancellation)
    {
        var solution = project.Solution;
        foreach (var (tree, edits) in changes.Select(c => (c.Key, c.Value)))
        {
            var document = project.GetDocument(tree) ?? throw new InvalidOperationException("The code of definitions is in documents of their project.");
            var text = await document.GetTextAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentText(document.Id, text.WithChanges(edits.OrderBy(e => e.Span)));
        }

        return solution;
    }
}
