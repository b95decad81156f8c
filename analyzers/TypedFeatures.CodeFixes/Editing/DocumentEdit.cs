using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>
/// The changes of one or more remedies to one document. Nodes within each other may be changed independently; what several remedies ask of the same node is done
/// once, so that two findings with one remedy (two products in one <c>checked</c>) do not apply it twice.
/// </summary>
internal sealed class DocumentEdit
{
    /// <summary>Marks full names, for which a <c>using</c> is added where one is missing.</summary>
    public static readonly SyntaxAnnotation Import = new("TypedFeatures.Import");

    private readonly SyntaxEditor editor;
    private readonly HashSet<SyntaxNode> changed = [];

    private DocumentEdit(SyntaxEditor editor) => this.editor = editor;

    /// <summary>The document with remedies applied, names shortened and new code formatted.</summary>
    public static async Task<Document> ApplyAsync(Document document, IReadOnlyCollection<Remedy> remedies, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) ?? throw new InvalidOperationException("C# documents have syntax.");
        var changed = document.WithSyntaxRoot(Changed(root, document.Project.Solution.Services, remedies));
        var imported = await ImportAdder.AddImportsAsync(changed, Import, options: null, cancellation).ConfigureAwait(false);
        var reduced = await Simplifier.ReduceAsync(imported, Simplifier.Annotation, optionSet: null, cancellation).ConfigureAwait(false);
        return await Formatter.FormatAsync(reduced, Formatter.Annotation, options: null, cancellation).ConfigureAwait(false);
    }

    /// <summary>A tree with remedies applied, before names are shortened.</summary>
    public static SyntaxNode Changed(SyntaxNode root, Microsoft.CodeAnalysis.Host.SolutionServices services, IEnumerable<Remedy> remedies)
    {
        var edit = new DocumentEdit(new SyntaxEditor(root, services));
        foreach (var remedy in remedies)
        {
            remedy.Apply(edit);
        }

        return edit.editor.GetChangedRoot();
    }

    /// <summary>Replaces a node by what <paramref name="change"/> makes of it: it is given the node with the changes within it.</summary>
    public void Replace<T>(T node, Func<T, SyntaxNode> change)
        where T : SyntaxNode
    {
        if (changed.Add(node))
        {
            editor.ReplaceNode(node, (current, _) => change((T)current).WithTriviaFrom(current));
        }
    }

    /// <summary>Replaces a node, and what stands around it with it: <paramref name="change"/> answers for blanks and comments.</summary>
    public void Rewrite<T>(T node, Func<T, SyntaxNode> change)
        where T : SyntaxNode
    {
        if (changed.Add(node))
        {
            editor.ReplaceNode(node, (current, _) => change((T)current));
        }
    }

    /// <summary>Inserts declarations behind another.</summary>
    public void InsertAfter(SyntaxNode node, IEnumerable<SyntaxNode> inserted) => editor.InsertAfter(node, inserted);

    /// <summary>Removes a node with its line and the comments that are its own.</summary>
    public void Remove(SyntaxNode node)
    {
        if (changed.Add(node))
        {
            editor.RemoveNode(node, SyntaxRemoveOptions.KeepUnbalancedDirectives);
        }
    }
}
