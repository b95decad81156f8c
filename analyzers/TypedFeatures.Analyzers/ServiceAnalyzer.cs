using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Binding;

namespace TypedFeatures.Analyzers;

/// <summary>Reports what keeps a record from being a feature service.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceAnalyzer : DeclarationAnalyzer
{
    /// <inheritdoc/>
    protected override ImmutableArray<string> AttributeNames { get; } = ["TypedFeatures.FeatureServiceAttribute"];

    /// <inheritdoc/>
    protected override Func<INamedTypeSymbol, Compilation, CancellationToken, ImmutableArray<Diagnostic>> Binder(AnalyzerOptions options)
    {
        var targeted = EngineTargets.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions).Capabilities;
        return (type, compilation, cancellation) => ServiceBinder.Diagnose(type, compilation, cancellation, targeted);
    }
}
