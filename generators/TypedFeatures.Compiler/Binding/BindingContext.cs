using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Compiler.Binding;

/// <summary>What all binders of one declaration share: the compilation, and where diagnostics go.</summary>
internal sealed class BindingContext(Compilation compilation, CancellationToken cancellation, DefinitionKind? kind = null)
{
    private readonly List<Diagnostic> diagnostics = [];
    private readonly HashSet<(string Id, Location Location)> reported = [];
    private bool isBroken;

    public Compilation Compilation { get; } = compilation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>What the declaration defines.</summary>
    public DefinitionKind Kind { get; } = kind ?? DefinitionKind.View;

    /// <summary>Reports an error or a warning; what is said twice of one place (an inlined method used twice) is said once.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="location">Where.</param>
    /// <param name="message">What is wrong and what to write instead.</param>
    /// <param name="facts">What a fix has to know and could not find out, by the names of <see cref="FixFacts"/>.</param>
    public void Report(DiagnosticDescriptor rule, Location location, string message, ImmutableDictionary<string, string?>? facts = null)
    {
        isBroken |= rule.DefaultSeverity == DiagnosticSeverity.Error && !rule.CustomTags.Contains(Rules.PlanStands);
        if (reported.Add((rule.Id, location)))
        {
            diagnostics.Add(Diagnostic.Create(rule, location, facts, message));
        }
    }

    /// <summary>The code does not compile: the compiler reports it, the binder only gives up.</summary>
    public void MarkBroken() => isBroken = true;

    /// <summary>Whether there will be no value: an error was reported, or the code does not compile.</summary>
    public bool IsBroken => isBroken;

    /// <summary>
    /// A tree's semantic model, without the analysis of what may be null where: declared annotations are what the binder reads, and it has <see cref="Facts"/>
    /// of its own for the rest. What that saves: docs/decisions/0031.
    /// </summary>
#pragma warning disable RSEXPERIMENTAL001 // marked experimental by Roslyn; were it gone, the plain model does
    public SemanticModel ModelOf(SyntaxTree tree) => Compilation.GetSemanticModel(tree, SemanticModelOptions.DisableNullableAnalysis);
#pragma warning restore RSEXPERIMENTAL001

    /// <summary>Whether a symbol is declared in this project. In an editor those of referenced projects have their code with them, which a build does not see; so it is not read.</summary>
    public bool IsDeclaredHere(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, Compilation.Assembly);

    /// <summary>The first declaration of a symbol in this project; null where there is none.</summary>
    public SyntaxNode? SyntaxOf(ISymbol symbol) => IsDeclaredHere(symbol) ? symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(Cancellation) : null;

    public BindResult<T> Finish<T>(T? value)
        where T : class => new(isBroken ? null : value, diagnostics.ToImmutableArray());
}
