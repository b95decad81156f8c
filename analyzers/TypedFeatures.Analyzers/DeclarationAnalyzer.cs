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
                start.RegisterSymbolAction(symbol => Analyze(symbol, attributes), SymbolKind.NamedType);
            }
        });
    }

    /// <summary>Binds a marked type.</summary>
    protected abstract ImmutableArray<Diagnostic> Bind(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation);

    private void Analyze(SymbolAnalysisContext context, ImmutableHashSet<INamedTypeSymbol> attributes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(a => a.AttributeClass is { } attribute && attributes.Contains(attribute)))
        {
            return;
        }

        foreach (var diagnostic in Bind(type, context.Compilation, context.CancellationToken))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
