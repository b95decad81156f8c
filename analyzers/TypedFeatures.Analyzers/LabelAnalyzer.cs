using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Analyzers;

/// <summary>Reports what keeps a label from having a plan.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> AttributeNames { get; } = ["TypedFeatures.LabelAttribute"];

    /// <inheritdoc/>
    protected override ImmutableArray<Diagnostic> Bind(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        LabelBinder.Bind(type, compilation, cancellation).Diagnostics;
}
