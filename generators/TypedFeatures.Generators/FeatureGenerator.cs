using Microsoft.CodeAnalysis;
using TypedFeatures.Compiler;
using TypedFeatures.Compiler.Binding;
using TypedFeatures.Compiler.Emit;

namespace TypedFeatures.Generators;

/// <summary>
/// Compiles feature views, labels and sources. At every edit definitions are found again and compared by the files they can see; only those whose files changed
/// are bound, and only what binds to something else is printed and emitted. What cannot be bound is left out here and reported by the analyzers.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class FeatureGenerator : IIncrementalGenerator
{
    private const string FeatureViewAttribute = "TypedFeatures.FeatureViewAttribute";
    private const string LabelAttribute = "TypedFeatures.LabelAttribute";
    private const string FeatureTableAttribute = "TypedFeatures.FeatureTableAttribute";
    private const string FeatureServiceAttribute = "TypedFeatures.FeatureServiceAttribute";
    private const string EventSourceAttribute = "TypedFeatures.EventSourceAttribute";
    private const string DimensionSourceAttribute = "TypedFeatures.DimensionSourceAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var targets = context.AnalyzerConfigOptionsProvider.Select(ReadTargets).WithTrackingName(StepNames.ReadTargets);
        Views(context, FeatureViewAttribute, targets);
        Views(context, FeatureTableAttribute, targets);

        var labels = Bound(context, LabelAttribute, LabelBinder.Bind, StepNames.BindLabels);
        Printed(context, labels, targets, LabelPrinting, StepNames.PrintLabels, StepNames.EmitLabels);

        var services = Bound(context, FeatureServiceAttribute, ServiceBinder.Bind, StepNames.BindServices);
        Printed(context, services, targets, ServicePrinting, StepNames.PrintServices, StepNames.EmitServices);

        var events = Bound(context, EventSourceAttribute, SourceBinder.Bind, StepNames.BindEventSources);
        var dimensions = Bound(context, DimensionSourceAttribute, SourceBinder.Bind, StepNames.BindDimensionSources);
        var tables = Bound(context, FeatureTableAttribute, SourceBinder.Bind, StepNames.BindTableSources);
        var sources = events.Collect().Combine(dimensions.Collect()).Combine(tables.Collect()).Select(InOrder).WithTrackingName(StepNames.CollectSources);
        var sourceFiles = sources.Select(EmitSources).WithTrackingName(StepNames.EmitSources);
        context.RegisterSourceOutput(sourceFiles, AddFiles);
    }

    private static void Views(IncrementalGeneratorInitializationContext context, string attribute, IncrementalValueProvider<EngineTargets> targets)
    {
        var views = Bound(context, attribute, ViewBinder.Bind, StepNames.BindViews);
        Printed(context, views, targets, ViewPrinting, StepNames.PrintViews, StepNames.EmitViews);
    }

    private static void Printed<TBound, TPrinted>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<TBound?> bound,
        IncrementalValueProvider<EngineTargets> targets,
        Printing<TBound, TPrinted> printing,
        string print,
        string emit)
        where TBound : class
        where TPrinted : class
    {
        // All that are not printed yet on all cores, as they are bound.
        var ahead = bound.Collect().Combine(targets).Select(printing.Ahead).WithTrackingName(StepNames.PrintAhead);
        var printed = bound.Combine(targets).Combine(ahead).Select((input, cancellation) => printing.Print(input.Left, cancellation)).WithTrackingName(print);
        var files = printed.Select(printing.Emit).WithTrackingName(emit);
        context.RegisterSourceOutput(files, AddFiles);
    }

    // What does not bind goes on as null and is not filtered out: where a filter drops an item that it let through before, Roslyn 4.14 forgets the place it had,
    // and with steps tracked a run that changes nothing then loses results that come after it.
    private static IncrementalValuesProvider<T?> Bound<T>(
        IncrementalGeneratorInitializationContext context,
        string attribute,
        Func<INamedTypeSymbol, Compilation, CancellationToken, BindResult<T>> bind,
        string step)
        where T : class
    {
        var definitions = context.SyntaxProvider
            .ForAttributeWithMetadataName(attribute, static (_, _) => true, (node, _) => Find(node, bind))
            .WithTrackingName(StepNames.FindDefinitions);

        // All that are not bound yet on all cores; then each gives what it has been bound to, and keeps it as long as it is equal.
        var ahead = definitions.Collect().Select(BindAhead).WithTrackingName(StepNames.BindAhead);
        return definitions.Combine(ahead).Select(static (definition, cancellation) => definition.Left?.Bind(cancellation)).WithTrackingName(step);
    }

    private static void AddFiles(SourceProductionContext context, Plans.EquatableArray<EmittedFile> files)
    {
        foreach (var file in files)
        {
            context.AddSource(file.HintName, Microsoft.CodeAnalysis.Text.SourceText.From(file.Text, System.Text.Encoding.UTF8));
        }
    }
}
