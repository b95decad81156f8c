using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Analyzers;

/// <summary>Reports what keeps a record from being a source.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SourceAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> AttributeNames { get; } =
        ["TypedFeatures.EventSourceAttribute", "TypedFeatures.DimensionSourceAttribute"];

    /// <inheritdoc/>
    protected override Func<INamedTypeSymbol, Compilation, CancellationToken, ImmutableArray<Diagnostic>> Binder(AnalyzerOptions options) =>
        SourceBinder.Diagnose;
}
