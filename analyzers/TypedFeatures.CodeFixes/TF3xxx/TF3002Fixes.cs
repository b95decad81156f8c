using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.Compiler.Contract;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.CodeFixes.TF3xxx;

/// <summary>Accepts a definition into the lock file, or all of a project. The fix edits that file and leaves the code alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TF3002Fixes)), Shared]
public sealed class TF3002Fixes : CodeFixProvider
{
    private const string Key = "accept";
    private const string Title = "Accept into features.lock.json";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [ContractRules.EntryOutOfDate.Id];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => AcceptAll.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (LockFileEdit.FileOf(context.Document.Project) is null
            || await MarkedRecords.AtAsync(context.Document, context.Span.Start, context.CancellationToken).ConfigureAwait(false) is not { } record)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            context.RegisterCodeFix(CodeAction.Create(Title, c => LockFileEdit.AcceptAsync(context.Document.Project, record, c), Key), diagnostic);
        }
    }

    /// <summary>All definitions of a project go into its lock file at once; of a solution, each project's into its own.</summary>
    private sealed class AcceptAll : FixAllProvider
    {
        public static AcceptAll Instance { get; } = new();

        public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

        public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(CodeAction.Create(Title, c => ApplyAsync(context, c), Key));

        private static async Task<Solution> ApplyAsync(FixAllContext context, CancellationToken cancellation)
        {
            var solution = context.Solution;
            var projects = context.Scope is FixAllScope.Solution ? solution.ProjectIds : [context.Project.Id];
            foreach (var id in projects)
            {
                var project = solution.GetProject(id)!;
                if (LockFileEdit.FileOf(project) is not null)
                {
                    solution = context.Scope is FixAllScope.Document && context.Document is { } document
                        ? await LockFileEdit.AcceptAllAsync(project, tree => tree.FilePath == document.FilePath, cancellation).ConfigureAwait(false)
                        : await LockFileEdit.AcceptAllAsync(project, _ => true, cancellation).ConfigureAwait(false);
                }
            }

            return solution;
        }
    }
}
