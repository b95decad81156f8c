using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Diagnostics;
using TypedFeatures.Plans;

namespace TypedFeatures.Analyzers;

/// <summary>Reports what keeps a feature view from having a plan, on any engine or on one that the project targets.</summary>
/// <param name="engines">What the engines can do.</param>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ViewAnalyzer(IReadOnlyList<EngineCapabilities> engines) : DeclarationAnalyzer
{
    /// <summary>The analyzer for the engines there are.</summary>
    public ViewAnalyzer()
        : this([.. SqlDialect.All.Select(d => d.Capabilities)])
    {
    }

    /// <inheritdoc/>
    protected override ImmutableArray<string> AttributeNames { get; } = ["TypedFeatures.FeatureViewAttribute", "TypedFeatures.FeatureTableAttribute"];

    /// <inheritdoc/>
    protected override Func<INamedTypeSymbol, Compilation, CancellationToken, ImmutableArray<Diagnostic>> Binder(AnalyzerOptions options)
    {
        var targets = Targets(options);
        var targeted = engines.Where(e => targets.Engines.Contains(e.Engine)).ToList();
        return (type, compilation, cancellation) => ViewBinder.Diagnose(type, compilation, cancellation, targeted);
    }

    /// <inheritdoc/>
    protected override void Conclude(CompilationAnalysisContext context)
    {
        // The property stands in the project file, which has no place in a compilation.
        foreach (var unknown in Targets(context.Options).Unknown)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.UnknownEngine,
                Location.None,
                $"<{EngineTargets.Property}> in the project file names '{unknown}', which is no engine. "
                + $"Engines are {string.Join(", ", SqlDialect.All.Select(d => d.Engine))}; separate several by semicolons, or leave the property out to target all."));
        }
    }

    private static EngineTargets Targets(AnalyzerOptions options) => EngineTargets.Of(options.AnalyzerConfigOptionsProvider.GlobalOptions);
}
