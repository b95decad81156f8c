using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Analyzers;

/// <summary>Reports what keeps a feature view from having a plan.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ViewAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> AttributeNames { get; } = ["TypedFeatures.FeatureViewAttribute", "TypedFeatures.FeatureTableAttribute"];

    /// <inheritdoc/>
    protected override ImmutableArray<Diagnostic> Bind(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        ViewBinder.Bind(type, compilation, cancellation).Diagnostics;
}
