using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Emit;
using TypedFeatures.Plans;

namespace TypedFeatures.Generators;

/// <content>What each step of the pipeline does.</content>
public sealed partial class FeatureGenerator
{
    private static BoundView? BindView(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol view ? ViewBinder.Bind(view, context.SemanticModel.Compilation, cancellation).Value : null;

    private static BoundSource? BindSource(GeneratorAttributeSyntaxContext context, CancellationToken cancellation) =>
        context.TargetSymbol is INamedTypeSymbol source ? SourceBinder.Bind(source, context.SemanticModel.Compilation, cancellation).Value : null;

    private static EngineTargets ReadTargets(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        EngineTargets.Of(options.GlobalOptions);

    private static PrintedView Print((BoundView View, EngineTargets Targets) input, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return PrintedView.Of(input.View, input.Targets);
    }

    private static EquatableArray<EmittedFile> EmitView(PrintedView view, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return ViewEmitter.Emit(view);
    }

    private static EquatableArray<BoundSource> InOrder(
        (ImmutableArray<BoundSource> Events, ImmutableArray<BoundSource> Dimensions) sources, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return sources.Events.Concat(sources.Dimensions).OrderBy(s => s.Schema.RowType, StringComparer.Ordinal).ToEquatableArray();
    }

    private static EquatableArray<EmittedFile> EmitSources(EquatableArray<BoundSource> sources, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return sources.IsEmpty ? default : EquatableArray.Of(SourcesEmitter.Emit(sources));
    }
}
