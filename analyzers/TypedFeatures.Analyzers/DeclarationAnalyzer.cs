using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler.Diagnostics;

namespace TypedFeatures.Analyzers;

/// <summary>Runs a binder over the types marked with an attribute and reports what it found. Projects without the language pay one look-up.</summary>
public abstract class DeclarationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = Rules.All.ToImmutableArray();

    /// <summary>The full names of the attributes that mark the types to look at.</summary>
    protected abstract ImmutableArray<string> AttributeNames { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var attributes = AttributeNames
                .Select(start.Compilation.GetTypeByMetadataName)
                .OfType<INamedTypeSymbol>()
                .ToImmutableHashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
            if (!attributes.IsEmpty)
            {
                var bind = Binder(start.Options);
                start.RegisterCompilationEndAction(Conclude);
                start.RegisterSymbolAction(symbol => Analyze(symbol, attributes, bind), SymbolKind.NamedType);
            }
        });
    }

    /// <summary>What binds the marked types of one compilation; called once for it, so that what all of them share is read once.</summary>
    protected abstract Func<INamedTypeSymbol, Compilation, CancellationToken, ImmutableArray<Diagnostic>> Binder(AnalyzerOptions options);

    /// <summary>Reports what concerns the project rather than one type of it.</summary>
    protected virtual void Conclude(CompilationAnalysisContext context)
    {
    }

    private static void Analyze(
        SymbolAnalysisContext context,
        ImmutableHashSet<INamedTypeSymbol> attributes,
        Func<INamedTypeSymbol, Compilation, CancellationToken, ImmutableArray<Diagnostic>> bind)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(a => a.AttributeClass is { } attribute && attributes.Contains(attribute)))
        {
            return;
        }

        foreach (var diagnostic in bind(type, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
