using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Forks the record of a change that needs a new version: the fix edits the code and the lock file. One record is forked once, however much of it changed.</summary>
public abstract class ForkFixes : CodeFixProvider
{
    private const string Key = "fork";

    private protected ForkFixes(DiagnosticDescriptor rule) => FixableDiagnosticIds = [rule.Id];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => ForkAll.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await MarkedRecords.AtAsync(context.Document, context.Span.Start, context.CancellationToken).ConfigureAwait(false) is not { } record
            || await Fork.OfAsync(context.Document.Project, record, context.CancellationToken).ConfigureAwait(false) is not { } fork)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(
                CodeAction.Create($"Make this version {fork.Next}, and keep what was released as '{fork.Kept}'", _ => Task.FromResult(fork.Solution), Key), diagnostic);
        }
    }

    /// <summary>Forks every record that has a finding, one after the other: the next may read the one before.</summary>
    private sealed class ForkAll : FixAllProvider
    {
        public static ForkAll Instance { get; } = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(CodeAction.Create("Fork every record whose release needs a new version", c => ApplyAsync(context, c), Key));

        private static async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken cancellation)
        {
            var solution = context.Solution;
            var projects = context.Scope is FixAllScope.Solution ? solution.ProjectIds : [context.Project.Id];
            foreach (var id in projects)
            {
                foreach (var name in await RecordsAsync(context, solution.GetProject(id)!, cancellation).ConfigureAwait(false))
                {
                    var project = solution.GetProject(id)!;
                    var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
                    if (compilation?.GetTypeByMetadataName(name) is { } record && await Fork.OfAsync(project, record, cancellation).ConfigureAwait(false) is { } fork)
                    {
                        solution = fork.Solution;
                    }
                }
            }

            return solution;
        }

        /// <summary>The records with findings, each once, in the order of the code.</summary>
        private static async Task<IReadOnlyList<string>> RecordsAsync(FixAllContext context, Project project, CancellationToken cancellation)
        {
            var found = context is { Scope: FixAllScope.Document, Document: { } one }
                ? await context.GetDocumentDiagnosticsAsync(one).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var names = new List<string>();
            foreach (var diagnostic in found.OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(d => d.Location.SourceSpan))
            {
                if (project.GetDocument(diagnostic.Location.SourceTree) is { } document
                    && await MarkedRecords.AtAsync(document, diagnostic.Location.SourceSpan.Start, cancellation).ConfigureAwait(false) is { } record)
                {
                    names.Add(Fork.MetadataNameOf(record));
                }
            }

            return [.. names.Distinct()];
        }
    }
}
