using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Analyzers;

/// <summary>Reports what keeps a label from having a plan, on any engine or on one that the project targets.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> AttributeNames { get; } = ["TypedFeatures.LabelAttribute"];

    /// <inheritdoc/>
    protected override Func<INamedTypeSymbol, Compilation, CancellationToken, ImmutableArray<Diagnostic>> Binder(AnalyzerOptions options)
    {
        var targeted = EngineTargets.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions).Capabilities;
        return (type, compilation, cancellation) => LabelBinder.Diagnose(type, compilation, cancellation, targeted);
    }
}
