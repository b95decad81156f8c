using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedFeatures.CodeFixes.Editing;

/// <summary>A diagnostic in its document, with what fixes ask of both.</summary>
internal sealed class Finding
{
    private readonly Document document;
    private readonly SyntaxNode root;
    private readonly Lazy<int> errors;

    private Finding(Document document, SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
    {
        this.document = document;
        this.root = root;
        Model = model;
        Diagnostic = diagnostic;
        Cancellation = cancellation;
        Node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        errors = new Lazy<int>(() => Errors(Model));
    }

    public Diagnostic Diagnostic { get; }

    public SemanticModel Model { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>The innermost node that the diagnostic stands at.</summary>
    public SyntaxNode Node { get; }

    /// <summary>The same as an expression; null where it is none.</summary>
    public ExpressionSyntax? Expression => Node as ExpressionSyntax;

    public static async Task<Finding?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);

        // Editors may have found it in another process, whose tree is not this one; the span says where it is.
        return root is not null && model is not null && root.FullSpan.Contains(diagnostic.Location.SourceSpan)
            ? new Finding(document, root, model, diagnostic, cancellation)
            : null;
    }

    /// <summary>What the rule handed over for its fix; null where it did not.</summary>
    public string? Fact(string name) => Diagnostic.Properties.TryGetValue(name, out var value) ? value : null;

    /// <summary>The type of an expression by itself; null where it has none.</summary>
    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, Cancellation).Type;

    /// <summary>What an expression, or the use of a member, refers to; null where that is not one thing.</summary>
    public ISymbol? SymbolOf(SyntaxNode node) => Model.GetSymbolInfo(node, Cancellation).Symbol;

    /// <summary>The constant that the compiler knows an expression to be; null where it knows none.</summary>
    public object? ConstantOf(ExpressionSyntax expression) => Model.GetConstantValue(expression, Cancellation).Value;

    /// <summary>The remedy where the document would compile with it as well as it does now; else none.</summary>
    public IEnumerable<Remedy> IfItCompiles(Remedy remedy)
    {
        var changed = DocumentEdit.Changed(root, document.Project.Solution.Services, [remedy]);
        var tree = root.SyntaxTree.WithRootAndOptions(changed, root.SyntaxTree.Options);
        var model = Model.Compilation.ReplaceSyntaxTree(root.SyntaxTree, tree).GetSemanticModel(tree);
        return Errors(model) <= errors.Value ? [remedy] : [];
    }

    /// <summary>The first of several that would compile; none where none does.</summary>
    public IEnumerable<Remedy> FirstThatCompiles(params Remedy[] remedies) => remedies.SelectMany(IfItCompiles).Take(1);

    private int Errors(SemanticModel model) => model.GetDiagnostics(cancellationToken: Cancellation).Count(d => d.Severity == DiagnosticSeverity.Error);
}
