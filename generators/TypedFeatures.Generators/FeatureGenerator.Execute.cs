using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Emit;
using TypedFeatures.Compiler.Reach;
using TypedFeatures.Plans;

namespace TypedFeatures.Generators;

/// <content>What each step of the pipeline does.</content>
public sealed partial class FeatureGenerator
{
    private static readonly Printing<BoundView, PrintedView> ViewPrinting = new(PrintedView.Of, ViewEmitter.Emit);
    private static readonly Printing<BoundView, PrintedLabel> LabelPrinting = new(PrintedLabel.Of, LabelEmitter.Emit);
    private static readonly Printing<BoundService, PrintedService> ServicePrinting = new(PrintedService.Of, ServiceEmitter.Emit);

    private static Definition<T>? Find<T>(GeneratorAttributeSyntaxContext node, Func<INamedTypeSymbol, Compilation, CancellationToken, BindResult<T>> bind)
        where T : class =>
        node.TargetSymbol is INamedTypeSymbol type ? Definition<T>.Of(type, node.SemanticModel.Compilation, bind) : null;

    private static bool BindAhead<T>(ImmutableArray<Definition<T>?> definitions, CancellationToken cancellation)
        where T : class
    {
        Parallel.ForEach(definitions.OfType<Definition<T>>(), new ParallelOptions { CancellationToken = cancellation }, definition => definition.Bind(cancellation));
        return true;
    }

    private static EngineTargets ReadTargets(AnalyzerConfigOptionsProvider options, CancellationToken cancellation) =>
        EngineTargets.Of(options.GlobalOptions);

    private static EquatableArray<BoundSource> InOrder(
        ((ImmutableArray<BoundSource?> Events, ImmutableArray<BoundSource?> Dimensions) Left, ImmutableArray<BoundSource?> Tables) sources,
        CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return sources.Left.Events.Concat(sources.Left.Dimensions).Concat(sources.Tables).OfType<BoundSource>().OrderBy(s => s.Schema.RowType, StringComparer.Ordinal).ToEquatableArray();
    }

    private static EquatableArray<EmittedFile> EmitSources(EquatableArray<BoundSource> sources, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return sources.IsEmpty ? default : EquatableArray.Of(SourcesEmitter.Emit(sources));
    }
}
