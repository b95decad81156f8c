using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TypedFeatures.CodeFixes.Editing;

namespace TypedFeatures.CodeFixes;

/// <summary>The fixes of one rule: what its findings offer, one by one or all at once.</summary>
public abstract class RuleFixes : CodeFixProvider
{
    private protected RuleFixes(DiagnosticDescriptor rule) => FixableDiagnosticIds = [rule.Id];

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(
        (context, document, diagnostics) => FixAllAsync(document, diagnostics, context.CodeActionEquivalenceKey, context.CancellationToken));

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await Finding.ReadAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } finding)
            {
                continue;
            }

            foreach (var remedy in RemediesOf(finding))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(remedy.Title, c => DocumentEdit.ApplyAsync(context.Document, [remedy], c), remedy.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The ways to mend a finding, the one that most will want first. Those whose result would not compile are left out.</summary>
    private protected abstract IEnumerable<Remedy> RemediesOf(Finding finding);

    private async Task<Document?> FixAllAsync(
        Document document, ImmutableArray<Diagnostic> diagnostics, string? key, CancellationToken cancellation)
    {
        var remedies = new List<Remedy>();
        foreach (var diagnostic in diagnostics.OrderBy(d => d.Location.SourceSpan))
        {
            if (await Finding.ReadAsync(document, diagnostic, cancellation).ConfigureAwait(false) is { } finding
                && RemediesOf(finding).FirstOrDefault(r => r.Key == key) is { } remedy)
            {
                remedies.Add(remedy);
            }
        }

        return remedies.Count == 0 ? document : await DocumentEdit.ApplyAsync(document, remedies, cancellation).ConfigureAwait(false);
    }
}
